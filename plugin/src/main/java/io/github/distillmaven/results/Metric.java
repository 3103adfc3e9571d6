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
        return each(results)
                .map(values -> measurement(values, results.replicates().get(0)));
    }

    /** One value per replicate; empty if a replicate lacks the number. */
    public Optional<List<Double>> each(Results results) {
        List<Double> values = results.replicates().stream().map(value).toList();
        return values.isEmpty()
                        || values.stream().anyMatch(number -> number == null || !Double.isFinite(number.doubleValue()))
                ? Optional.empty()
                : Optional.of(values);
    }

    private Measurement measurement(List<Double> values, Results.Replicate first) {
        if (values.size() == 1) {
            Results.Bounds bounds = wilson.apply(first);
            return new Measurement(
                    values.get(0), bounds == null ? null : new Range(bounds.low(), bounds.high()), unit, 1);
        }
        Spread spread = Spread.of(values).within(0, unit == Measurement.Unit.SHARE ? 1 : Double.POSITIVE_INFINITY);
        return new Measurement(spread.mean(), spread.meanInterval(), unit, values.size());
    }
}
