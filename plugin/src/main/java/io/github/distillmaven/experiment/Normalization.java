package io.github.distillmaven.experiment;

/**
 * How the transfer inputs are normalised, for labelling and for the student's training alike. The test set is always
 * normalised with the constants of the teacher's data set.
 */
public enum Normalization {
    /** With mean and deviation of the inputs' own training set. */
    OWN,
    /** With mean and deviation of the teacher's training set. */
    SOURCE,
    /**
     * Pixels are moved to the mean and deviation of the teacher's training set, rounded and clipped to 0..255, then
     * normalised as the teacher's inputs. (Without the clipping this would be {@link #OWN} again.)
     */
    MOMENT_MATCH,
    /** With a mean and a deviation of 0.5: pixels from 0 to 1 become values from -1 to 1. */
    CENTRED
}
