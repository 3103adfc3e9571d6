package io.github.distillmaven.results.arms;

import java.util.Comparator;
import java.util.List;

import io.github.distillmaven.metrics.statistics.Effect;
import org.jspecify.annotations.Nullable;

/**
 * What a student's accuracy would be if single inputs and their labels did not match: that of the control with labels shuffled within
 * each class; where there is none, of that with labels shuffled over all inputs; else chance.
 *
 * @param control null if none of them was run
 * @param chance accuracy of guessing; null where meaningless labels are known to come to something else
 */
record Nothing(@Nullable Arm control, @Nullable Double chance) {

    /** Guessing alone. */
    static Nothing chance(double chance) {
        return new Nothing(null, chance);
    }

    static Nothing among(List<Arm> controls, @Nullable Double chance) {
        Arm control = controls.stream()
                .filter(arm -> arm.nullRank() > 0)
                .max(Comparator.comparingInt(Arm::nullRank))
                .orElse(null);
        return new Nothing(control, chance);
    }

    /** By how much accuracies, one per replicate, exceed it; null if it is not known. */
    @Nullable
    Effect under(List<Double> accuracies) {
        if (control != null) {
            return Effect.over("the control " + control.name(), accuracies, control.accuracies());
        }
        return chance == null ? null : Effect.overChance(accuracies, chance);
    }
}
