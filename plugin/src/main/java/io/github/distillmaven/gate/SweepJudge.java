package io.github.distillmaven.gate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.distillmaven.experiment.Condition;
import io.github.distillmaven.experiment.Expectation;
import io.github.distillmaven.metrics.statistics.PairedDifference;
import io.github.distillmaven.results.MetricCatalog;
import io.github.distillmaven.results.NamedMetric;
import io.github.distillmaven.results.sweep.CellResults;
import io.github.distillmaven.results.sweep.SweptAxis;

/**
 * Holds the cells of a sweep against each other. A metric rises with a setting if, paired by replicate, the last cell exceeds the first with a
 * confidence of 95%, and no cell is exceeded by the one before it with such a confidence. Cells that differ in other settings too are not
 * compared: each combination of these has an outcome of its own.
 *
 * @param metrics that all cells have
 * @param cells in the order of the sweep
 */
public record SweepJudge(MetricCatalog metrics, List<CellResults> cells) {

    /** The outcomes of all trends, in order. */
    public List<Outcome> judge(List<Expectation> expectations) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Expectation expectation : expectations) {
            for (Condition condition : expectation.conditions()) {
                Condition.Trend trend = (Condition.Trend) condition;
                lines(trend.setting()).forEach((rest, line) -> outcomes.add(judge(expectation, trend, rest, line)));
            }
        }
        return outcomes;
    }

    /** Cells that differ in a setting alone, by the values of all others, from its smallest value to its largest. */
    private Map<Map<String, String>, List<CellResults>> lines(String setting) {
        List<String> order = SweptAxis.of(setting, cells).values();
        Map<Map<String, String>, List<CellResults>> lines = new LinkedHashMap<>();
        for (CellResults cell : cells) {
            Map<String, String> rest = new LinkedHashMap<>(cell.values());
            rest.remove(setting);
            lines.computeIfAbsent(rest, none -> new ArrayList<>()).add(cell);
        }
        lines.values().removeIf(line -> line.size() < 2);
        lines.values().forEach(line -> line.sort(Comparator.comparingInt(cell -> order.indexOf(value(cell, setting)))));
        return lines;
    }

    private Outcome judge(
            Expectation expectation, Condition.Trend trend, Map<String, String> rest, List<CellResults> line) {
        NamedMetric metric = metrics.find(expectation.metric()).orElseThrow();
        String where = rest.isEmpty() ? "" : " (" + inWords(rest) + ")";
        String name = expectation.metric() + " " + trend.element() + " " + trend.setting() + where;
        List<List<Double>> values = new ArrayList<>();
        for (CellResults cell : line) {
            Optional<List<Double>> each = metric.each(cell.results());
            if (each.isEmpty()) {
                return new Outcome(
                        name,
                        Outcome.Status.UNMET,
                        "%s was not measured in the cell %s, but is expected to meet a condition (%s)."
                                .formatted(expectation.metric(), cell.name(), expectation.place(trend)));
            }
            values.add(each.get());
        }
        for (int index = 1; index < line.size(); index++) {
            PairedDifference back = difference(trend, values.get(index - 1), values.get(index));
            if (back.exceeds(0)) {
                return unmet(
                        name,
                        expectation,
                        trend,
                        where,
                        metric,
                        line.get(index - 1),
                        line.get(index),
                        values.get(index - 1),
                        values.get(index));
            }
        }
        CellResults first = line.get(0);
        CellResults last = line.get(line.size() - 1);
        List<Double> before = values.get(0);
        List<Double> after = values.get(values.size() - 1);
        return difference(trend, after, before).exceeds(0)
                ? new Outcome(
                        name,
                        Outcome.Status.MET,
                        "%s %s with %s%s, as expected: %s."
                                .formatted(
                                        expectation.metric(),
                                        trend.rising() ? "rises" : "falls",
                                        trend.setting(),
                                        where,
                                        step(trend, metric, first, last, before, after)))
                : unmet(name, expectation, trend, where, metric, first, last, before, after);
    }

    private static Outcome unmet(
            String name,
            Expectation expectation,
            Condition.Trend trend,
            String where,
            NamedMetric metric,
            CellResults from,
            CellResults to,
            List<Double> before,
            List<Double> after) {
        return new Outcome(
                name,
                Outcome.Status.UNMET,
                "%s does not %s with %s%s: %s (%s)."
                        .formatted(
                                expectation.metric(),
                                trend.rising() ? "rise" : "fall",
                                trend.setting(),
                                where,
                                step(trend, metric, from, to, before, after),
                                expectation.place(trend)));
    }

    /** {@code from 1 to 4 it changes by +15.1 points over 3 replicates, with 95% confidence by more than +10.2 points}. */
    private static String step(
            Condition.Trend trend,
            NamedMetric metric,
            CellResults from,
            CellResults to,
            List<Double> before,
            List<Double> after) {
        PairedDifference change = PairedDifference.of(after, before);
        PairedDifference back = PairedDifference.of(before, after);
        double mean = change.spread().mean();
        Wording wording = Wording.of(metric.unit(), BigDecimal.valueOf(mean), BigDecimal.ZERO);
        Double above = change.atLeast();
        Double below = back.atLeast();
        String confidence = "";
        if (above != null && below != null && !change.spread().isConstant()) {
            confidence = mean < 0
                    ? ", with 95% confidence below " + wording.signed(-below)
                    : ", with 95% confidence above " + wording.signed(above);
        }
        return "from %s to %s it changes by %s over %s replicates%s"
                .formatted(
                        value(from, trend.setting()),
                        value(to, trend.setting()),
                        wording.signed(mean),
                        before.size(),
                        confidence);
    }

    /** By how much the first exceeds the second, or where the value is to fall, the second the first. */
    private static PairedDifference difference(Condition.Trend trend, List<Double> first, List<Double> second) {
        return trend.rising() ? PairedDifference.of(first, second) : PairedDifference.of(second, first);
    }

    private static String value(CellResults cell, String setting) {
        return cell.values().getOrDefault(setting, "");
    }

    private static String inWords(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining(", "));
    }
}
