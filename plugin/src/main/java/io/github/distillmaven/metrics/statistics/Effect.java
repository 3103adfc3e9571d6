package io.github.distillmaven.metrics.statistics;

import java.util.Collections;
import java.util.List;

/**
 * By how much a model's accuracies exceed what there would be without anything learnt from the match of inputs and labels.
 *
 * @param over the name of that, as it follows on "above": a control, or chance
 * @param nothing its mean accuracy, in [0, 1]
 * @param difference paired by replicate
 */
public record Effect(String over, double nothing, PairedDifference difference) {

    /** What guessing is called. */
    public static final String CHANCE = "chance";

    /**
     * The effect over a control.
     *
     * @param accuracies one per replicate
     * @param control its accuracies of the same replicates in the same order
     */
    public static Effect over(String name, List<Double> accuracies, List<Double> control) {
        return new Effect(name, Spread.ofShares(control).mean(), PairedDifference.ofShares(accuracies, control));
    }

    /**
     * The effect over guessing, where no control shows what meaningless labels come to.
     *
     * @param chance accuracy of guessing, in [0, 1]
     */
    public static Effect overChance(List<Double> accuracies, double chance) {
        return over(CHANCE, accuracies, Collections.nCopies(accuracies.size(), chance));
    }

    /** Whether the lower bound of the difference lies above 0. */
    public boolean isShown() {
        return difference.exceeds(0);
    }
}
