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
        String mean = of(shares.mean());
        return shares.standardDeviation() == null ? mean : mean + " ± " + of(shares.standardDeviation());
    }

    /** {@code [22.4, 23.6]}; empty if it is not known. */
    public String interval(Range shares) {
        return shares == null ? "" : "[" + of(shares.low()) + ", " + of(shares.high()) + "]";
    }

    /** {@code 23.0}. */
    public String of(double share) {
        return Numbers.fixed(share * points, 1);
    }

    /** {@code +7.4}. */
    public String difference(double share) {
        return (share > 0 ? "+" : "") + of(share);
    }

    /** What was published, {@code 23}; a dash if nothing was. */
    public String published(Double share) {
        return share == null ? Numbers.UNKNOWN : Long.toString(Math.round(share * points));
    }
}
