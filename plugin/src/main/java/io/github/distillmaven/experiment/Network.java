package io.github.distillmaven.experiment;

/** The architectures a teacher or a student can have. */
public enum Network {
    /** Multinomial logistic regression: one dense layer from pixels to logits. */
    LINEAR,
    /** Two hidden dense layers of 256 rectified units. */
    MLP,
    /**
     * The small convolutional network for 28x28 images: conv 5x5x20, max-pool 2, conv 5x5x50, max-pool 2, dense 500,
     * dense to the classes; "valid" padding, ReLU, no dropout (PyTorch's MNIST example as of mid-2019).
     */
    CNN
}
