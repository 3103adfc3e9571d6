package io.github.distillmaven.extension;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.ValueBounds;
import io.github.distillmaven.extension.option.Choice;
import org.apache.commons.rng.UniformRandomProvider;

/** How inputs are moved before the teacher labels them. */
public interface Perturbation extends Configurable {

    /**
     * Moves inputs.
     *
     * @param model the one that will label them
     * @param aim where to
     * @param choice the values of {@link #options}
     * @param random what is left to chance is drawn from it; it goes on where the inputs before these left it
     * @return the values of the moved inputs, as many as before
     */
    float[] move(DifferentiableModel model, Originals originals, Aim aim, Choice choice, UniformRandomProvider random);

    /** What to do when too few inputs are answered wrong after they were moved: a whole sentence; empty if there is nothing to say. */
    default String adviceWhenFewErr(Choice choice) {
        return "";
    }

    /** Whether it moves inputs toward {@link Aim#targets} where there are some; one that does not is refused where users set a target. */
    default boolean aims() {
        return false;
    }

    /** Whether it moves nothing without {@link Aim#targets}; one that needs them is refused where users set no target. */
    default boolean needsTargets() {
        return false;
    }

    /**
     * How many further models it needs beside the one that will label the inputs: teachers that were trained like it from other seeds.
     * They are those of {@link Aim#ensemble}. Inputs must have true labels then, and targets.
     */
    default int ensemble(Choice choice) {
        return 0;
    }

    /** What is wrong with its options for examples of a shape: whole sentences; empty if nothing is. */
    default Optional<String> misfit(Choice choice, ExampleShape shape) {
        return Optional.empty();
    }

    /** Whether it moves anything. */
    default boolean moves() {
        return true;
    }

    /** Whether it asks for a gradient of the model; one that does is refused where nothing but the model's answers is known. */
    default boolean followsGradient() {
        return true;
    }

    /** Whether it draws, so that another seed moves inputs otherwise even where the model is the same. */
    default boolean draws() {
        return false;
    }

    /**
     * Inputs as they are before they are moved: some of all, in their order.
     *
     * @param values of one example after the other; not to be written to
     * @param shape of each example
     * @param bounds within which every value stays
     */
    record Originals(float[] values, ExampleShape shape, ValueBounds bounds) {}

    /**
     * Where inputs are to be moved: away from their own classes, or toward others.
     *
     * @param labels the class of each input in its own data set; it is the true one in the teacher's task wherever there are no targets
     * @param targets the class that the model is to answer to each; empty where any other than its label will do
     * @param ensemble further models, which are to go on answering with the labels: as many as {@link Perturbation#ensemble} says
     */
    record Aim(int[] labels, Optional<int[]> targets, List<DifferentiableModel> ensemble) {

        public Aim {
            ensemble = List.copyOf(ensemble);
        }

        /** Without further models. */
        public Aim(int[] labels, Optional<int[]> targets) {
            this(labels, targets, List.of());
        }

        /** Away from the labels. */
        public static Aim awayFrom(int[] labels) {
            return new Aim(labels, Optional.empty());
        }

        /** Toward the labels. */
        public Aim towardLabels() {
            return new Aim(labels, Optional.of(labels));
        }

        /** The same with further models. */
        public Aim with(List<DifferentiableModel> models) {
            return new Aim(labels, targets, models);
        }

        /** The aims of the inputs from one place up to another. */
        public Aim range(int from, int to) {
            return new Aim(
                    Arrays.copyOfRange(labels, from, to),
                    targets.map(classes -> Arrays.copyOfRange(classes, from, to)),
                    ensemble);
        }

        /**
         * The direction in which every value comes nearer to the aim, by one model: down the cross entropy of the targets, or else
         * {@link DifferentiableModel#gain}.
         *
         * @return of the size of the inputs
         */
        public float[] slope(DifferentiableModel model, float[] inputs) {
            return targets.map(classes -> toward(classes, model, inputs)).orElseGet(() -> model.gain(inputs, labels));
        }

        /**
         * How near each input is to the aim, by one model, the nearer the higher: the logarithm of the probability of its target, or else by how much
         * the logit of the strongest other class exceeds that of its label.
         */
        public double[] nearness(DifferentiableModel model, float[] inputs) {
            float[] logits = model.logits(inputs);
            int[] classes = targets.orElse(labels);
            double[] nearness = new double[classes.length];
            for (int index = 0; index < nearness.length; index++) {
                int from = index * model.classes();
                int to = from + model.classes();
                double own = logits[from + classes[index]];
                nearness[index] = targets.isPresent()
                        ? own - logOfSum(logits, from, to)
                        : strongestBut(classes[index], logits, from, to) - own;
            }
            return nearness;
        }

        private static double logOfSum(float[] logits, int from, int to) {
            double largest = strongestBut(-1, logits, from, to);
            double sum = 0;
            for (int index = from; index < to; index++) {
                sum += StrictMath.exp(logits[index] - largest);
            }
            return largest + StrictMath.log(sum);
        }

        private static double strongestBut(int label, float[] logits, int from, int to) {
            double strongest = Double.NEGATIVE_INFINITY;
            for (int index = from; index < to; index++) {
                if (index != from + label) {
                    strongest = Math.max(strongest, logits[index]);
                }
            }
            return strongest;
        }

        private static float[] toward(int[] classes, DifferentiableModel model, float[] inputs) {
            float[] wanted = new float[classes.length * model.classes()];
            for (int index = 0; index < classes.length; index++) {
                wanted[index * model.classes() + classes[index]] = 1;
            }
            float[] slope = model.inputGradient(inputs, wanted);
            for (int index = 0; index < slope.length; index++) {
                slope[index] = -slope[index];
            }
            return slope;
        }
    }
}
