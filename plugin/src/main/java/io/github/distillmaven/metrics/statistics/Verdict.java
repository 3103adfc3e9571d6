package io.github.distillmaven.metrics.statistics;

import org.jspecify.annotations.Nullable;

/**
 * What replicates say about a published accuracy that is, as far as anybody knows, a single run. The order of the rules is
 * that of the constants.
 */
public enum Verdict {
    /** There are fewer than {@link #FEWEST} replicates: too little is known about the spread. */
    TOO_FEW("no verdict: fewer than 5 replicates"),
    /** Nothing was run that shows what meaningless labels come to, and chance does not. */
    NO_CONTROL("no verdict: no control"),
    /** The lower bound of the effect does not lie above 0. */
    NO_EFFECT("no effect"),
    /** The published value lies within the 95% prediction interval of a single further replicate, but so would most others. */
    TOO_WIDE("compatible, but too wide to tell"),
    /** It lies within that interval, which is narrow. */
    REPRODUCED("reproduced"),
    /** It does not, but the published effect has the same direction. */
    DIRECTION_ONLY("direction only"),
    /** It does not, and there is an effect where none was published. */
    NOT_REPRODUCED("not reproduced");

    /** Fewest replicates that allow a verdict. */
    public static final int FEWEST = 5;

    /** Widest prediction interval that tells one published value from another. */
    public static final double WIDEST = 0.2;

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /**
     * Judges a published accuracy.
     *
     * @param published in [0, 1]
     * @param measured ours
     * @param effect of ours, if anything shows what there would be without one
     */
    public static Verdict of(double published, Spread measured, @Nullable Effect effect) {
        Range further = measured.predictionInterval();
        if (measured.n() < FEWEST || further == null) {
            return TOO_FEW;
        }
        if (effect == null) {
            return NO_CONTROL;
        }
        if (!effect.isShown()) {
            return NO_EFFECT;
        }
        if (further.contains(published)) {
            return further.high() - further.low() > WIDEST ? TOO_WIDE : REPRODUCED;
        }
        return published > effect.nothing() ? DIRECTION_ONLY : NOT_REPRODUCED;
    }

    /** As it is printed, such as {@code direction only}. */
    public String inWords() {
        return words;
    }
}
