package io.github.distillmaven.extension;

import org.jspecify.annotations.Nullable;

/**
 * What a metric comes to. A value that is not known is null.
 *
 * @param successes of how many inputs something holds; null if the value is no such share
 * @param trials of how many inputs it was asked; null likewise
 */
public record Score(
        @Nullable Double value,
        @Nullable Integer successes,
        @Nullable Integer trials) {

    /** A share of inputs; unknown of none. Its interval is Wilson's. */
    public static Score share(int successes, int trials) {
        return new Score(trials == 0 ? null : (Double) (successes / (double) trials), successes, trials);
    }

    /** Any number without an interval of its own; NaN is unknown. */
    public static Score of(double value) {
        return new Score(Double.isNaN(value) ? null : (Double) value, null, null);
    }
}
