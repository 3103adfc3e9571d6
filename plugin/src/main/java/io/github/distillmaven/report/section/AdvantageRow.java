package io.github.distillmaven.report.section;

import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.metrics.Holm;
import io.github.distillmaven.metrics.Spread;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Advantage;
import io.github.distillmaven.results.Findings;
import io.github.distillmaven.results.Results;

/**
 * By how much the treatment's students exceed those of a control.
 *
 * @param meaning what the control's students saw
 * @param difference mean of the differences in test accuracy, in percentage points
 * @param interval paired t interval of that; empty for one replicate
 * @param pValue of the paired t test; of one replicate, of McNemar's test of its two networks; adjusted for as many comparisons as
 *     there are controls
 */
public record AdvantageRow(String control, String meaning, String difference, String interval, String pValue) {

    static List<AdvantageRow> of(Findings findings) {
        List<Advantage> advantages = findings.arms().advantages();
        List<Double> pValues = findings.replicated()
                ? advantages.stream().map(Advantage::adjustedPValue).toList()
                : ofTwoNetworks(advantages, findings.replicates().get(0));
        return IntStream.range(0, advantages.size())
                .mapToObj(index -> of(advantages.get(index), pValues.get(index)))
                .toList();
    }

    private static List<Double> ofTwoNetworks(List<Advantage> advantages, Results.Replicate replicate) {
        return Holm.adjusted(advantages.stream()
                .map(advantage ->
                        replicate.arms().get(advantage.arm().id()).mcNemar().pValue())
                .toList());
    }

    private static AdvantageRow of(Advantage advantage, Double pValue) {
        String name = advantage.arm().id();
        String meaning = advantage.arm().control().meaning();
        if (advantage.difference() == null) {
            return new AdvantageRow(name, meaning, Numbers.UNKNOWN, "", "");
        }
        Spread spread = advantage.difference().spread();
        return new AdvantageRow(
                name,
                meaning,
                Numbers.points(spread.mean()),
                Numbers.interval(spread.meanInterval()),
                Numbers.pValue(pValue));
    }
}
