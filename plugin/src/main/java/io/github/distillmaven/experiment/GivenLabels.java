package io.github.distillmaven.experiment;

/** Where the labels of the transfer set come from. */
public enum GivenLabels {
    /** The teacher's most likely class, in inference mode, without augmentation. */
    PREDICTED
}
