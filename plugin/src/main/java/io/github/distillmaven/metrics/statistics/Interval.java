package io.github.distillmaven.metrics.statistics;

/**
 * A closed interval of proportions.
 *
 * @param low lower bound, in [0, 1]
 * @param high upper bound, in [0, 1], at least {@code low}
 */
public record Interval(double low, double high) {

    public Interval {
        if (!(0 <= low && low <= high && high <= 1)) {
            throw new IllegalArgumentException("[" + low + ", " + high + "] is not an interval within [0, 1]");
        }
    }

    /** Whether {@code value} lies inside, bounds included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
