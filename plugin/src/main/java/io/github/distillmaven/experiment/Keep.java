package io.github.distillmaven.experiment;

/** Which labelled inputs enter the transfer set. */
public enum Keep {
    /** All of them. */
    ALL,
    /** Those whose given label differs from the true one. */
    WRONG,
    /** Those whose given label is the true one. */
    CORRECT
}
