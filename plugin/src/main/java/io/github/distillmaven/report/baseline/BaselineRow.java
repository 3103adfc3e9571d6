package io.github.distillmaven.report.baseline;

import java.util.Locale;

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

    /** The row of a share in a sentence. */
    String inWords() {
        return "%s was %s, is %s (%s points%s)"
                .formatted(
                        metric,
                        before,
                        after,
                        difference,
                        intervals.equals(Numbers.UNKNOWN) ? "" : ", intervals " + intervals);
    }

    private static String value(Measurement measurement) {
        Range interval = measurement.interval();
        if (measurement.isShare()) {
            String value = Numbers.percent(measurement.value(), 2);
            return interval == null ? value : value + " " + Numbers.interval(interval, 2);
        }
        String value = count(measurement.value());
        return interval == null ? value : "%s [%s, %s]".formatted(value, count(interval.low()), count(interval.high()));
    }

    private static String difference(double difference, boolean share) {
        return share ? Numbers.points(difference, 2) : (difference > 0 ? "+" : "") + count(difference);
    }

    private static String count(double number) {
        return number == Math.rint(number)
                ? Numbers.count(Math.round(number))
                : String.format(Locale.ROOT, "%,.1f", number);
    }

    private static String intervals(Range before, Range after) {
        if (before == null || after == null) {
            return Numbers.UNKNOWN;
        }
        return before.low() <= after.high() && after.low() <= before.high() ? "overlap" : APART;
    }
}
