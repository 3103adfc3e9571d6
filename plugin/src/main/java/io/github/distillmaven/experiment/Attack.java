package io.github.distillmaven.experiment;

/** How inputs are moved so that the teacher answers them wrong. */
public enum Attack {
    /** Not at all. */
    NONE,
    /**
     * One step by the sign of the gradient (Goodfellow et al. 2015), to the edge of the L-infinity ball: for points, to a corner of
     * the square around each.
     */
    SINGLE_STEP,
    /**
     * Projected gradient descent (Madry et al. 2018) from the input itself, without a random start: sign steps of 2.5 epsilon /
     * number of steps, after each of which whatever left the L-infinity ball is brought back to its edge.
     */
    PGD
}
