package io.github.distillmaven.experiment;

/** The architectures a teacher or a student can have. */
public enum Network {
    /** Multinomial logistic regression: one dense layer from pixels to logits. */
    LINEAR,
    /** Two hidden dense layers of 256 rectified units. */
    MLP,
    /**
     * Four hidden dense layers of 100 rectified units: the network of the two-dimensional experiment, 30,802 parameters for two
     * coordinates and two classes.
     */
    MLP_4X100,
    /**
     * The small convolutional network for 28x28 images: conv 5x5x20, max-pool 2, conv 5x5x50, max-pool 2, dense 500,
     * dense to the classes; "valid" padding, ReLU, no dropout (PyTorch's MNIST example as of mid-2019).
     */
    CNN,
    /**
     * ResNet-18 (He et al. 2016) as it is common for CIFAR-10: a stem of 3x3 filters with stride 1 and no max-pool, four stages
     * of two basic blocks each with 1, 2, 4 and 8 times the width in channels, halving the image at the beginning of each but
     * the first, global average pool, one dense layer; batch normalisation after every convolution, whose moving averages
     * keep 0.9 of their value per step (a momentum of 0.1 as PyTorch counts it), with an epsilon of 1e-5. 11,173,962 parameters for
     * 10 classes, 3 channels and a width of 64.
     */
    RESNET18
}
