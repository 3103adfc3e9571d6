package io.github.distillmaven.metrics.statistics;

/**
 * A closed interval of real numbers, such as one for a mean.
 *
 * @param low lower bound
 * @param high upper bound, at least {@code low}
 */
public record Range(double low, double high) {

    public Range {
        if (!(low <= high)) {
            throw new IllegalArgumentException("[" + low + ", " + high + "] is not an interval");
        }
    }

    /** The numbers that are at most {@code reach} away from {@code centre}. */
    static Range around(double centre, double reach) {
        return new Range(centre - reach, centre + reach);
    }

    /** Whether {@code value} lies inside, bounds included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** The part of it that lies between two numbers; the nearer of them where there is none. */
    Range within(double lowest, double highest) {
        return new Range(Math.max(lowest, Math.min(highest, low)), Math.max(lowest, Math.min(highest, high)));
    }

    /**
     * The same as an interval of shares.
     *
     * @throws IllegalArgumentException if it reaches beyond [0, 1]
     */
    public Interval ofShares() {
        return new Interval(low, high);
    }
}
