package io.github.distillmaven.report.export;

import io.github.distillmaven.metrics.Range;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.report.text.PointNumbers;

/** How a table prints test accuracies. */
public sealed interface ShareFormat {

    String share(double share);

    String deviation(double deviation);

    String interval(Range interval);

    /** With its sign. */
    String difference(double difference);

    String published(double share);

    /** In percent; deviations and differences in percentage points. */
    record Percent() implements ShareFormat {

        @Override
        public String share(double share) {
            return Numbers.percent(share);
        }

        @Override
        public String deviation(double deviation) {
            return Numbers.hundredfold(deviation);
        }

        @Override
        public String interval(Range interval) {
            return Numbers.interval(interval);
        }

        @Override
        public String difference(double difference) {
            return Numbers.points(difference);
        }

        @Override
        public String published(double share) {
            return Numbers.publishedPercent(share);
        }
    }

    /**
     * In points of the plane.
     *
     * @param numbers knows how many there are
     */
    record Points(PointNumbers numbers) implements ShareFormat {

        @Override
        public String share(double share) {
            return numbers.of(share);
        }

        @Override
        public String deviation(double deviation) {
            return numbers.of(deviation);
        }

        @Override
        public String interval(Range interval) {
            return numbers.interval(interval);
        }

        @Override
        public String difference(double difference) {
            return numbers.difference(difference);
        }

        @Override
        public String published(double share) {
            return numbers.published(share);
        }
    }
}
