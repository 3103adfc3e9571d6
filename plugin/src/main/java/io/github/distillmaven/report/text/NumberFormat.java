package io.github.distillmaven.report.text;

import io.github.distillmaven.metrics.statistics.Range;
import io.github.distillmaven.metrics.statistics.Spread;
import org.jspecify.annotations.Nullable;

/** How shares of an evaluation set are printed: of a large one in percent, of a few points as a number of them. */
public sealed interface NumberFormat {

    /** {@code 71.9%}, or {@code 23.0}. */
    String share(double share);

    /** A standard deviation, in percentage points or as a number of points. */
    String deviation(double deviation);

    /** {@code [70.0, 73.8]}; empty for null. */
    String interval(@Nullable Range interval);

    /** With its sign. */
    String difference(double difference);

    /** What was published; a dash for null. */
    String published(@Nullable Double share);

    /** Mean and standard deviation, without the latter for one replicate; a dash for null. */
    String spread(@Nullable Spread spread);

    /** In percent; deviations and differences in percentage points. */
    record Percent() implements NumberFormat {

        @Override
        public String share(double share) {
            return Numbers.percent(share);
        }

        @Override
        public String deviation(double deviation) {
            return Numbers.hundredfold(deviation);
        }

        @Override
        public String interval(@Nullable Range interval) {
            return Numbers.interval(interval);
        }

        @Override
        public String difference(double difference) {
            return Numbers.points(difference);
        }

        @Override
        public String published(@Nullable Double share) {
            return Numbers.publishedPercent(share);
        }

        @Override
        public String spread(@Nullable Spread spread) {
            return Numbers.spread(spread);
        }
    }

    /**
     * Out of a small number of inputs.
     *
     * @param whole how many there are
     */
    record OutOf(int whole) implements NumberFormat {

        @Override
        public String share(double share) {
            return Numbers.withMinus(Numbers.fixed(share * whole, 1));
        }

        @Override
        public String deviation(double deviation) {
            return share(deviation);
        }

        @Override
        public String interval(@Nullable Range interval) {
            return interval == null ? "" : "[" + share(interval.low()) + ", " + share(interval.high()) + "]";
        }

        @Override
        public String difference(double difference) {
            return (difference > 0 ? "+" : "") + share(difference);
        }

        @Override
        public String published(@Nullable Double share) {
            return share == null ? Numbers.UNKNOWN : Long.toString(Math.round(share * whole));
        }

        @Override
        public String spread(@Nullable Spread spread) {
            if (spread == null) {
                return Numbers.UNKNOWN;
            }
            String mean = share(spread.mean());
            return spread.standardDeviation() == null ? mean : mean + " ± " + share(spread.standardDeviation());
        }
    }
}
