package io.github.distillmaven.report.baseline;

import io.github.distillmaven.metrics.Range;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Measurement;

/**
 * One number of the baseline and of this build, in percent or as a count.
 *
 * @param metric its name
 * @param before that of the baseline, with its interval
 * @param after that of this build
 * @param difference after minus before, in percentage points or as a count
 * @param intervals {@code overlap} or {@code apart}; a dash where one of them has none
 */
public record BaselineRow(String metric, String before, String after, String difference, String intervals) {

    private static final String APART = "apart";

    static BaselineRow of(String metric, Measurement before, Measurement after) {
        return new BaselineRow(
                metric,
                value(before),
                value(after),
                difference(after.value() - before.value(), after.isShare()),
                intervals(before.interval(), after.interval()));
    }

    /** Whether the intervals have no number in common. */
    public boolean apart() {
        return intervals.equals(APART);
    }

    /** The row in a sentence. */
    String inWords() {
        String unit = before.endsWith("%") || before.endsWith("]") ? " points" : "";
        return "%s was %s, is %s (%s%s%s)"
                .formatted(
                        metric,
                        before,
                        after,
                        difference,
                        unit,
                        intervals.equals(Numbers.UNKNOWN) ? "" : ", intervals " + intervals);
    }

    private static String value(Measurement measurement) {
        if (!measurement.isShare()) {
            return count(measurement.value());
        }
        String value = Numbers.percent(measurement.value(), 2);
        return measurement.interval() == null ? value : value + " " + Numbers.interval(measurement.interval(), 2);
    }

    private static String difference(double difference, boolean share) {
        return share ? Numbers.points(difference, 2) : (difference > 0 ? "+" : "") + count(difference);
    }

    private static String count(double number) {
        return number == Math.rint(number) ? Numbers.count(Math.round(number)) : Numbers.fixed(number, 1);
    }

    private static String intervals(Range before, Range after) {
        if (before == null || after == null) {
            return Numbers.UNKNOWN;
        }
        return before.low() <= after.high() && after.low() <= before.high() ? "overlap" : APART;
    }
}
