package io.github.distillmaven.metrics;

/**
 * A closed interval of real numbers, such as one for a mean. An interval of a mean of shares may reach beyond [0, 1].
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

    /** The part of it that is within [0, 1], where shares lie; the nearer end where there is none. */
    public Interval ofShares() {
        return new Interval(Math.max(0, Math.min(1, low)), Math.max(0, Math.min(1, high)));
    }
}
