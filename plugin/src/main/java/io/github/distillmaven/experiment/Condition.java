package io.github.distillmaven.experiment;

import java.math.BigDecimal;
import java.util.List;

/** What is expected of a metric. */
public sealed interface Condition {

    /** All elements that hold one. */
    List<String> ELEMENTS = List.of(
            Bound.MIN.element(),
            Bound.MAX.element(),
            Above.ELEMENT,
            Bound.NO_WORSE_THAN_BASELINE_BY.element(),
            Trend.RISES,
            Trend.FALLS);

    /** Fewest replicates whose scatter says enough to place one number above another. */
    int FEWEST_REPLICATES = 3;

    /** Whether it looks at several replicates. */
    default boolean pairsReplicates() {
        return this instanceof Above || this instanceof Trend;
    }

    /** Name of the element that holds it. */
    String element();

    /** What the element holds. */
    String content();

    /** On which side of what a value has to lie. */
    enum Bound {
        /** It reaches the limit. */
        MIN("min"),
        /** It does not exceed the limit. */
        MAX("max"),
        /** It lies at most so far below that of the baseline. */
        NO_WORSE_THAN_BASELINE_BY("noWorseThanBaselineBy");

        private final String element;

        Bound(String element) {
            this.element = element;
        }

        /** Name of the element that holds the limit. */
        public String element() {
            return element;
        }
    }

    /**
     * The value keeps to a limit.
     *
     * @param value at least 0; of a share, in [0, 1]
     */
    record Limit(Bound bound, double value) implements Condition {

        @Override
        public String element() {
            return bound.element();
        }

        @Override
        public String content() {
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
    }

    /**
     * Paired by replicate, the value exceeds that of another metric, or a multiple of it, by more than a margin, with a confidence of 95%.
     *
     * @param metric its name as the user wrote it
     * @param times the multiple, above 0
     * @param by the margin, at least 0; of shares, in [0, 1]
     */
    record Above(String metric, double times, double by) implements Condition {

        public static final String ELEMENT = "above";

        /** Name of the element that holds the multiple. */
        public static final String TIMES = "times";

        /** Name of the element that holds the margin. */
        public static final String BY = "by";

        /** Above the other metric itself. */
        public Above(String metric, double by) {
            this(metric, 1, by);
        }

        /** What the value has to exceed, such as {@code 4 times shuffled}. */
        public String lower() {
            return times == 1 ? metric : plain(times) + " times " + metric;
        }

        @Override
        public String element() {
            return ELEMENT;
        }

        @Override
        public String content() {
            return by == 0 ? lower() : lower() + " by " + plain(by);
        }

        private static String plain(double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
    }

    /**
     * Over the cells of a sweep, the value rises or falls with a setting, all others being equal. Paired by replicate, with a confidence of
     * 95%: the last cell exceeds the first, and none is exceeded by the one before it.
     *
     * @param setting its path
     * @param rising whether it rises; else it falls
     */
    record Trend(String setting, boolean rising) implements Condition {

        /** Name of the element that holds the setting with which the value rises. */
        public static final String RISES = "risesWith";

        /** Name of the element that holds the setting with which the value falls. */
        public static final String FALLS = "fallsWith";

        @Override
        public String element() {
            return rising ? RISES : FALLS;
        }

        @Override
        public String content() {
            return setting;
        }
    }
}
