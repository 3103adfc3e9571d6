package io.github.distillmaven.report.text;

import io.github.distillmaven.metrics.Range;
import io.github.distillmaven.metrics.Spread;

/**
 * Prints shares of points as numbers of points.
 *
 * @param points how many there are
 */
public record PointNumbers(int points) {

    /** {@code 23.0 ± 3.0}: mean and standard deviation, without the latter for one seed. */
    public String spread(Spread shares) {
        String mean = of(shares.mean(), 1);
        return shares.standardDeviation() == null ? mean : mean + " ± " + of(shares.standardDeviation(), 1);
    }

    /** {@code [22.4, 23.6]}; empty if it is not known. */
    public String interval(Range shares) {
        return shares == null ? "" : "[" + of(shares.low(), 1) + ", " + of(shares.high(), 1) + "]";
    }

    /** {@code 23.04}. */
    public String of(double share, int decimals) {
        return Numbers.fixed(share * points, decimals);
    }

    /** {@code +7.4}. */
    public String difference(double share) {
        return (share > 0 ? "+" : "") + of(share, 1);
    }

    /** What was published, {@code 23}; a dash if nothing was. */
    public String published(Double share) {
        return share == null ? Numbers.UNKNOWN : Long.toString(Math.round(share * points));
    }
}
