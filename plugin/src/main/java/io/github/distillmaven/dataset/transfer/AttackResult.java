package io.github.distillmaven.dataset.transfer;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

import io.github.distillmaven.experiment.TargetRule;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.option.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * How far an attack moved the inputs of a transfer set, and how often that fooled the teacher that it was made for. It is about all inputs
 * that could be kept, whether they were or not. A success is an answer with the input's target; where inputs have none, with any class but
 * its label.
 *
 * @param target rule of the targets, as users write it
 * @param all those inputs
 * @param towardTrueLabel those of them whose target is their true label, which most are answered with before they are moved; null without
 *     targets or true labels
 * @param towardOther the rest; null likewise
 */
public record AttackResult(
        String target,
        MovedPart all,
        @Nullable MovedPart towardTrueLabel,
        @Nullable MovedPart towardOther) {

    /**
     * Some of the inputs.
     *
     * @param inputs number of them
     * @param successes how many the teacher answers as it was to
     * @param meanDistance the mean of the straight distances (L2) between an input and where it came from, bytes as shares of 255; null
     *     without inputs
     */
    public record MovedPart(
            int inputs, int successes, @Nullable Double meanDistance) {

        /** Share of successes, in [0, 1]; NaN without inputs. */
        public double success() {
            return successes / (double) inputs;
        }
    }

    /**
     * Counts.
     *
     * @param originals the inputs as they were, with the labels that they were moved away from if they have no targets
     * @param labelled the same inputs where the attack left them, with what the teacher answers there
     * @param targets one for each input; empty if they have none
     */
    public static AttackResult of(
            Examples originals, LabelledInputs labelled, TargetRule rule, Optional<int[]> targets) {
        IntPredicate success = place -> targets.map(all -> all[place] == answer(labelled, place))
                .orElseGet(() -> answer(labelled, place) != originals.label(place));
        Counting counting = new Counting(originals, labelled, success);
        boolean told = targets.isPresent() && labelled.labelsAreTrue();
        IntPredicate own = place -> targets.orElseThrow()[place] == originals.label(place);
        return new AttackResult(
                ValueType.canonical(rule),
                counting.of(place -> true),
                told ? counting.of(own) : null,
                told ? counting.of(own.negate()) : null);
    }

    private static int answer(LabelledInputs labelled, int place) {
        return labelled.predictions().rows().get(place).predicted();
    }

    private record Counting(Examples originals, LabelledInputs labelled, IntPredicate success) {

        MovedPart of(IntPredicate among) {
            List<Integer> places =
                    labelled.candidates().stream().filter(among::test).toList();
            double distances = places.stream().mapToDouble(this::distance).sum();
            return new MovedPart(
                    places.size(),
                    (int) places.stream().filter(success::test).count(),
                    places.isEmpty() ? null : (Double) (distances / places.size()));
        }

        private double distance(int place) {
            int size = originals.shape().values();
            double squares = 0;
            for (int index = place * size; index < (place + 1) * size; index++) {
                double moved = labelled.inputs().values().at(index)
                        - (double) originals.values().at(index);
                squares += moved * moved;
            }
            return Math.sqrt(squares);
        }
    }
}
