package io.github.distillmaven.results;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.github.distillmaven.extension.Unit;
import io.github.distillmaven.metrics.statistics.Range;
import io.github.distillmaven.metrics.statistics.Spread;

/** One number of an experiment, by the name that users give it. */
public final class NamedMetric {

    private final String name;
    private final Unit unit;
    private final Function<Results.Replicate, Results.Value> value;

    /**
     * @param name such as {@code student.testAccuracy}
     * @param value of one replicate; unknown where there is none
     */
    NamedMetric(String name, Unit unit, Function<Results.Replicate, Results.Value> value) {
        this.name = name;
        this.unit = unit;
        this.value = value;
    }

    /** Its full name, such as {@code student.testAccuracy} or {@code shuffled.transfer.size}. */
    public String name() {
        return name;
    }

    /** What it counts in. */
    public Unit unit() {
        return unit;
    }

    /** What the results say; empty if a replicate lacks the number, so that there is no mean either. */
    public Optional<Measurement> of(Results results) {
        return each(results)
                .map(values ->
                        measurement(values, value.apply(results.replicates().get(0))));
    }

    /** One value per replicate; empty if a replicate lacks the number. */
    public Optional<List<Double>> each(Results results) {
        List<Double> values = results.replicates().stream()
                .map(value)
                .map(Results.Value::value)
                .toList();
        return values.isEmpty()
                        || values.stream().anyMatch(number -> number == null || !Double.isFinite(number.doubleValue()))
                ? Optional.empty()
                : Optional.of(values);
    }

    private Measurement measurement(List<Double> values, Results.Value first) {
        if (values.size() == 1) {
            return new Measurement(
                    values.get(0),
                    first.low() == null || first.high() == null ? null : new Range(first.low(), first.high()),
                    unit,
                    1);
        }
        Spread spread = within(unit, values);
        return new Measurement(spread.mean(), spread.meanInterval(), unit, values.size());
    }

    /** The spread of values of a unit, with intervals cut off where no value can be. */
    public static Spread within(Unit unit, List<Double> values) {
        return Spread.of(values).within(unit.low(), unit.high());
    }
}
