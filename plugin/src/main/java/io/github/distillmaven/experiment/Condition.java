package io.github.distillmaven.experiment;

import java.math.BigDecimal;
import java.util.List;

/** What is expected of a metric. */
public sealed interface Condition {

    String MIN = "min";
    String MAX = "max";
    String ABOVE = "above";
    String NO_WORSE_THAN_BASELINE_BY = "noWorseThanBaselineBy";

    /** All elements that hold one. */
    List<String> ELEMENTS = List.of(MIN, MAX, ABOVE, NO_WORSE_THAN_BASELINE_BY);

    /** Name of the element that holds it. */
    String element();

    /** What the element holds. */
    String content();

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** The value reaches a limit. */
    record AtLeast(double limit) implements Condition {

        @Override
        public String element() {
            return MIN;
        }

        @Override
        public String content() {
            return plain(limit);
        }
    }

    /** The value does not exceed a limit. */
    record AtMost(double limit) implements Condition {

        @Override
        public String element() {
            return MAX;
        }

        @Override
        public String content() {
            return plain(limit);
        }
    }

    /**
     * The interval lies above that of another metric, without a common point.
     *
     * @param metric its name as the user wrote it
     */
    record Above(String metric) implements Condition {

        @Override
        public String element() {
            return ABOVE;
        }

        @Override
        public String content() {
            return metric;
        }
    }

    /**
     * The value lies at most so far below that of the baseline.
     *
     * @param by at least 0
     */
    record NoWorseThanBaseline(double by) implements Condition {

        @Override
        public String element() {
            return NO_WORSE_THAN_BASELINE_BY;
        }

        @Override
        public String content() {
            return plain(by);
        }
    }
}
