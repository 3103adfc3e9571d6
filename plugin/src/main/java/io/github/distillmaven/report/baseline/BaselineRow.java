package io.github.distillmaven.report.baseline;

import io.github.distillmaven.extension.Unit;
import io.github.distillmaven.metrics.statistics.Range;
import io.github.distillmaven.metrics.statistics.Spread;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Measurement;
import org.jspecify.annotations.Nullable;

/**
 * One number of the baseline and of this build, in percent or as a count.
 *
 * @param metric its name
 * @param before that of the baseline, with its interval
 * @param after that of this build
 * @param difference after minus before, of a share in percentage points
 * @param interval 95% interval of that, paired by seed; empty unless both have the same seeds, two or more
 * @param differs whether the two are not the same number
 * @param apart whether that interval does not hold 0
 */
public record BaselineRow(
        String metric,
        String before,
        String after,
        String difference,
        String interval,
        boolean differs,
        boolean apart) {

    /** @param paired differences by seed; null if the seeds are not the same */
    static BaselineRow of(String metric, Measurement before, Measurement after, @Nullable Spread paired) {
        Range interval = paired == null ? null : paired.meanInterval();
        return new BaselineRow(
                metric,
                value(before),
                value(after),
                difference(after.value() - before.value(), after.unit()),
                interval == null ? "" : interval(interval, after.unit()),
                before.value() != after.value(),
                interval != null && !interval.contains(0));
    }

    /** The row of a share in a sentence. */
    String inWords() {
        return "%s was %s, is %s (%s points)".formatted(metric, before, after, change());
    }

    /** The difference, with its interval if there is one. */
    public String change() {
        return interval.isEmpty() ? difference : difference + " " + interval;
    }

    private static String value(Measurement measurement) {
        String value = Numbers.of(measurement.unit(), measurement.value());
        return measurement.interval() == null
                ? value
                : value + " " + interval(measurement.interval(), measurement.unit());
    }

    private static String interval(Range interval, Unit unit) {
        return unit == Unit.SHARE
                ? Numbers.interval(interval)
                : "[%s, %s]".formatted(Numbers.of(unit, interval.low()), Numbers.of(unit, interval.high()));
    }

    private static String difference(double difference, Unit unit) {
        return unit == Unit.SHARE
                ? Numbers.points(difference)
                : (difference > 0 ? "+" : "") + Numbers.of(unit, difference);
    }
}
