package io.github.distillmaven.dataset;

/** The two parts of a data set. */
public enum Split {
    TRAIN,
    TEST
}
