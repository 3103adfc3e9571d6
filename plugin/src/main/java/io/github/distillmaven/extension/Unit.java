package io.github.distillmaven.extension;

/** What a number counts in. */
public enum Unit {
    /** Of a whole, in [0, 1]. */
    SHARE(0, 1),
    /** At least 0; a mean of counts may have a fraction. */
    COUNT(0, Double.POSITIVE_INFINITY),
    /** Information, at least 0. */
    NATS(0, Double.POSITIVE_INFINITY),
    /** Agreement beyond chance, in [-1, 1]: 1 where it is complete, 0 where it is that of chance. */
    COEFFICIENT(-1, 1),
    /** A part of a way: 0 at its beginning, 1 at its end; below 0 in the other direction, above 1 beyond the end. */
    PROGRESS(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final double low;
    private final double high;

    Unit(double low, double high) {
        this.low = low;
        this.high = high;
    }

    /** The least that a number can be; infinite where nothing limits it. */
    public double low() {
        return low;
    }

    /** The most that it can be; infinite where nothing limits it. */
    public double high() {
        return high;
    }
}
