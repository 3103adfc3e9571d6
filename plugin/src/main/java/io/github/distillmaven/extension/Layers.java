package io.github.distillmaven.extension;

/**
 * Adds layers to a network that is being built, as it predicts or as it is trained. Every name is used once in a network. Where a
 * parameter is drawn, it is drawn in the order of the calls.
 */
public interface Layers {

    /** From [...] to [product of all sizes]. */
    Signal flatten(Signal input);

    /**
     * A fully connected layer: from [inputs] to [units]. Weights and biases begin uniformly in +-1/sqrt(inputs), as in PyTorch.
     *
     * @param units at least 1
     */
    Signal dense(String name, Signal input, long units);

    /**
     * The same, where weights and biases begin normally distributed with mean 0 and deviation 1/sqrt(inputs).
     *
     * @param units at least 1
     */
    Signal normalDense(String name, Signal input, long units);

    /**
     * The same, where weights begin so and biases with 0.
     *
     * @param units at least 1
     */
    Signal zeroBiasDense(String name, Signal input, long units);

    /**
     * A convolution with biases, stride 1 and no padding: from [h, w, c] to [h - size + 1, w - size + 1, filters]. Weights and
     * biases begin uniformly in +-1/sqrt(size * size * c), as in PyTorch.
     */
    Signal convolution(String name, Signal input, long size, long filters);

    /**
     * A convolution without biases: from [h, w, c] to [ceil(h / stride), ceil(w / stride), filters].
     *
     * @param size of the filters, odd; half of it, rounded down, is the width of the zeros at each side of the input
     */
    Signal paddedConvolution(String name, Signal input, long size, long filters, long stride);

    /**
     * Batch normalisation (Ioffe and Szegedy 2015) of each channel, with an epsilon of 1e-5 and moving averages that keep 0.9 of their
     * value per step: from [h, w, c] to the same.
     *
     * @param input with at least 16 channels
     */
    Signal batchNormalization(String name, Signal input);

    /** The maximum of each 2x2 square: from [h, w, c] to [h / 2, w / 2, c]. */
    Signal maxPool(Signal input);

    /** The mean of each 2x2 square: from [h, w, c] to [h / 2, w / 2, c]. */
    Signal averagePool(Signal input);

    /** The mean of each channel: from [h, w, c] to [c]. */
    Signal globalAveragePool(Signal input);

    /** The sum of two signals of the same sizes. */
    Signal add(Signal one, Signal other);

    /**
     * The channels of one signal, then those of the other: from [h, w, c] and [h, w, d] to [h, w, c + d]; or their units, from [c] and
     * [d] to [c + d].
     */
    Signal concatenate(Signal one, Signal other);

    /**
     * Dropout (Srivastava et al. 2014): in training each value becomes 0 with a probability, and those that stay are divided by the
     * probability of staying; in predictions nothing changes. What is dropped follows from the seed, the name and the number of the
     * step, and is the same in every run.
     *
     * @param rate the probability of being dropped, at least 0 and below 1
     */
    Signal dropout(String name, Signal input, double rate);

    /** What is below zero becomes zero. */
    Signal relu(Signal input);
}
