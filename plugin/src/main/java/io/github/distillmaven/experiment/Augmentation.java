package io.github.distillmaven.experiment;

/** How training images are varied each time that they come by. They are never varied to predict. */
public enum Augmentation {
    /** Not at all. */
    NONE,
    /**
     * The usual one for CIFAR-10: four black pixels around the image, a random part of the original size, and half of the time
     * its mirror image, left to right.
     */
    CROP_FLIP
}
