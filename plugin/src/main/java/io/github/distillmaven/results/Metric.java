package io.github.distillmaven.results;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.github.distillmaven.metrics.Range;
import io.github.distillmaven.metrics.Spread;

/** One number of an experiment, by the name that users give it. */
public final class Metric {

    private final String name;
    private final Measurement.Unit unit;
    private final Function<Results.Replicate, Double> value;
    private final Function<Results.Replicate, Results.Bounds> wilson;

    /**
     * @param name such as {@code student.testAccuracy}
     * @param value of one replicate; null where nothing was measured
     * @param wilson its interval by the test set; null if there is none
     */
    Metric(
            String name,
            Measurement.Unit unit,
            Function<Results.Replicate, Double> value,
            Function<Results.Replicate, Results.Bounds> wilson) {
        this.name = name;
        this.unit = unit;
        this.value = value;
        this.wilson = wilson;
    }

    /** Its full name, such as {@code student.testAccuracy} or {@code shuffled.transfer.size}. */
    public String name() {
        return name;
    }

    /** What it counts in. */
    public Measurement.Unit unit() {
        return unit;
    }

    /** What the results say; empty if a replicate lacks the number, so that there is no mean either. */
    public Optional<Measurement> of(Results results) {
        List<Double> values = results.replicates().stream().map(value).toList();
        if (values.isEmpty()
                || values.stream().anyMatch(number -> number == null || !Double.isFinite(number.doubleValue()))) {
            return Optional.empty();
        }
        if (values.size() == 1) {
            Results.Bounds bounds = wilson.apply(results.replicates().get(0));
            return Optional.of(new Measurement(
                    values.get(0), bounds == null ? null : new Range(bounds.low(), bounds.high()), unit));
        }
        Spread spread = Spread.of(values);
        return Optional.of(new Measurement(spread.mean(), within(spread.meanInterval()), unit));
    }

    private Range within(Range interval) {
        return unit == Measurement.Unit.SHARE
                ? new Range(interval.ofShares().low(), interval.ofShares().high())
                : interval;
    }
}
