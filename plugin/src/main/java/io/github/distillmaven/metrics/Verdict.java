package io.github.distillmaven.metrics;

/**
 * What replicates say about a published accuracy that is, as far as anybody knows, a single run. The order of the rules is
 * that of the constants.
 */
public enum Verdict {
    /** There is one replicate: nothing is known about the spread. */
    ONE_RUN("one run, no verdict"),
    /** The published value lies within the 95 % prediction interval of a single further replicate. */
    REPRODUCED("reproduced"),
    /**
     * It does not, but the effect is there: the 95 % interval of the mean lies above that of the null, or above chance where no
     * null was run.
     */
    DIRECTION_ONLY("direction only"),
    /** It does not, and the effect is not shown. */
    NOT_REPRODUCED("not reproduced");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /**
     * Judges a published accuracy.
     *
     * @param published in [0, 1]
     * @param measured ours
     * @param nothing what there would be without the effect: accuracies of the control with the same replicates, or null if it
     *     was not run
     * @param chance accuracy of guessing, in [0, 1]; counts where there is no control
     */
    public static Verdict of(double published, Spread measured, Spread nothing, double chance) {
        if (measured.n() == 1) {
            return ONE_RUN;
        }
        if (measured.predictionInterval().contains(published)) {
            return REPRODUCED;
        }
        double bar = nothing == null ? chance : nothing.meanInterval().high();
        return measured.meanInterval().low() > bar ? DIRECTION_ONLY : NOT_REPRODUCED;
    }

    /** As it is printed, such as {@code direction only}. */
    public String inWords() {
        return words;
    }
}
