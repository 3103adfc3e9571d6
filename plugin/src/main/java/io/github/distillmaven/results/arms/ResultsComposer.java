package io.github.distillmaven.results.arms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.extension.Unit;
import io.github.distillmaven.metrics.statistics.PairedDifference;
import io.github.distillmaven.metrics.statistics.Range;
import io.github.distillmaven.metrics.statistics.Spread;
import io.github.distillmaven.results.Metrics;
import io.github.distillmaven.results.NamedMetric;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.jspecify.annotations.Nullable;

/** Sums up the numbers of all replicates. */
final class ResultsComposer {

    private ResultsComposer() {}

    static Results compose(ReportRequest request, List<Results.Replicate> replicates, Arms arms) {
        Map<Arm, Advantage> advantages =
                arms.advantages().stream().collect(Collectors.toMap(Advantage::arm, Function.identity()));
        Map<String, Results.Measured> summary = new LinkedHashMap<>();
        for (Arm arm : arms.all()) {
            summary.put(
                    arm.id(),
                    new Results.Measured(
                            replicates.get(0).arm(arm.id()).role(),
                            evaluations(replicates, arm.id()),
                            arm.published(),
                            arm.verdict() == null ? null : arm.verdict().inWords(),
                            arm.isCompared() ? compared(Objects.requireNonNull(advantages.get(arm))) : null));
        }
        replicates
                .get(0)
                .independentTeacher()
                .ifPresent(independent -> summary.put(
                        Results.INDEPENDENT_TEACHER,
                        new Results.Measured(
                                independent.role(),
                                evaluations(replicates, Results.INDEPENDENT_TEACHER),
                                null,
                                null,
                                null)));
        return new Results(
                        Results.SCHEMA,
                        request.experiment(),
                        request.preset(),
                        replicates,
                        new Results.Summary(summary),
                        request.published())
                .at(Results.Commit.of(request.occasion().origin()));
    }

    private static Map<String, Map<String, Results.Statistics>> evaluations(
            List<Results.Replicate> replicates, String arm) {
        Map<String, Map<String, Results.Statistics>> sums = new LinkedHashMap<>();
        replicates.get(0).arm(arm).evaluations().forEach((set, values) -> {
            Map<String, Results.Statistics> ofSet = new LinkedHashMap<>();
            values.keySet().forEach(metric -> ofSet.put(metric, statistics(replicates, arm, set, metric)));
            sums.put(set, ofSet);
        });
        return sums;
    }

    /** Null if a replicate lacks the number. */
    private static Results.@Nullable Statistics statistics(
            List<Results.Replicate> replicates, String arm, String set, String metric) {
        List<Double> values = replicates.stream()
                .map(replicate -> replicate.arm(arm).value(set, metric).value())
                .toList();
        Unit unit = Metrics.KNOWN.find(metric).map(Metric::unit).orElse(Unit.COUNT);
        return values.contains(null) ? null : statistics(NamedMetric.within(unit, values));
    }

    private static Results.Compared compared(Advantage advantage) {
        PairedDifference difference = advantage.difference();
        return difference == null
                ? new Results.Compared(null, null, null, null)
                : new Results.Compared(
                        statistics(difference.spread()),
                        difference.atLeast(),
                        difference.pValue(),
                        advantage.adjustedPValue());
    }

    private static Results.Statistics statistics(Spread spread) {
        return new Results.Statistics(
                spread.n(),
                spread.mean(),
                spread.standardDeviation(),
                bounds(spread.meanInterval()),
                bounds(spread.predictionInterval()));
    }

    private static Results.@Nullable Bounds bounds(@Nullable Range range) {
        return range == null ? null : new Results.Bounds(range.low(), range.high());
    }
}
