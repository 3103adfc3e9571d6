package io.github.distillmaven.experiment;

import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.Labelling;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.Selection;

/**
 * How the transfer set is made.
 *
 * @param inputs name of the data set whose training images are labelled
 * @param examples number of inputs that are labelled, the first ones; 0 for all
 * @param perturbation how they are moved first
 * @param labels where the labels come from
 * @param keep which labelled inputs stay
 * @param normalization how the inputs are normalised
 * @param minimumSize fewest kept inputs that make a transfer set, at least 1
 * @param allowSmall accept fewer, and accept that some class is never given
 */
public record TransferPlan(
        String inputs,
        int examples,
        Chosen<Perturbation> perturbation,
        Chosen<Labelling> labels,
        Chosen<Selection> keep,
        Normalization normalization,
        int minimumSize,
        boolean allowSmall) {

    /** As {@link Labelling#temperature}. */
    public double temperature() {
        return labels.component().temperature(labels.choice());
    }
}
