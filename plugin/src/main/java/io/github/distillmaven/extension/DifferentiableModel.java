package io.github.distillmaven.extension;

import io.github.distillmaven.extension.data.Values;

/**
 * A trained model as a function of its inputs, with gradients with respect to them. Inputs are those that {@link Values#at} gives, one
 * example after the other; normalisation lies inside. What is computed for one example does not depend on the others.
 */
public interface DifferentiableModel {

    /** Number of classes. */
    int classes();

    /**
     * The logits of inputs.
     *
     * @return [n, classes]
     */
    float[] logits(float[] inputs);

    /**
     * The gradient of the cross entropy between targets and answers with respect to every value.
     *
     * @param targets [n, classes]: each at least 0, the sum of each example 1
     * @return of the size of the inputs
     */
    float[] inputGradient(float[] inputs, float[] targets);

    /**
     * By how much the logit of the strongest other class gains on that of the label when a value grows. Of two classes, its sign is that
     * of the gradient of the cross entropy, which itself vanishes where a model is certain: the share of the other class is 0 there in
     * single precision, and an input could not be moved. Hence perturbations follow this.
     *
     * @param labels of each example, in [0, {@link #classes})
     * @return of the size of the inputs
     */
    float[] gain(float[] inputs, int[] labels);
}
