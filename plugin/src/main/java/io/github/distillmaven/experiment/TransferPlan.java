package io.github.distillmaven.experiment;

import java.util.Set;

import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.DataSource;
import io.github.distillmaven.extension.Labelling;
import io.github.distillmaven.extension.Noise;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.Selection;

/**
 * How the transfer set is made.
 *
 * @param inputs name of the data set whose training images are labelled
 * @param examples number of inputs that are labelled, the first ones; 0 for all
 * @param unseen whether those that the teacher learnt are left out
 * @param noise what takes their place
 * @param omittedClasses names of the classes whose inputs are left out, by their true labels
 * @param perturbation how they are moved first
 * @param target the class that each is to be taken for
 * @param labels where the labels come from
 * @param keep which labelled inputs stay
 * @param normalization how the inputs are normalised
 * @param minimumSize fewest kept inputs that make a transfer set, at least 1
 * @param allowSmall accept fewer, and accept that some class is never given
 */
public record TransferPlan(
        String inputs,
        int examples,
        boolean unseen,
        Chosen<Noise> noise,
        Set<String> omittedClasses,
        Chosen<Perturbation> perturbation,
        TargetRule target,
        Chosen<Labelling> labels,
        Chosen<Selection> keep,
        Normalization normalization,
        int minimumSize,
        boolean allowSmall) {

    public TransferPlan {
        omittedClasses = Set.copyOf(omittedClasses);
    }

    /**
     * Whether the inputs have a true label in the teacher's task.
     *
     * @param source data set that the teacher learns
     */
    public boolean hasTrueLabels(String source) {
        return inputs.equals(source) && !noise.component().replaces() && !drawsInputs();
    }

    /** Whether the inputs are drawn for the transfer set alone, so that the teacher's answers are all that is known of them. */
    public boolean drawsInputs() {
        return Components.load(DataSource.class)
                .find(inputs)
                .filter(source -> !source.hasLabels())
                .isPresent();
    }

    /** Whether inputs are moved toward their targets. */
    public boolean movesToTargets() {
        return target.targets() && perturbation.component().aims();
    }

    /** As {@link Perturbation#ensemble}. */
    public int ensemble() {
        return perturbation.component().ensemble(perturbation.choice());
    }

    /** As {@link Labelling#temperature}. */
    public double temperature() {
        return labels.component().temperature(labels.choice());
    }
}
