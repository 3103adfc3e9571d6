package io.github.distillmaven.report.section;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.metrics.Spread;
import io.github.distillmaven.report.text.NumberFormat;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Advantage;
import io.github.distillmaven.results.Arm;
import io.github.distillmaven.results.Findings;

/**
 * One kind of model in the table, over all seeds. Everything but its name counts points.
 *
 * @param range of the middle 90 % of the seeds
 * @param advantage of the student over this control, with its interval; empty for others
 * @param pValue of that difference, by the paired t test, adjusted for as many comparisons as there are controls
 * @param published empty for a control
 * @param style class of the row in the style sheet
 */
public record PointRow(
        String name,
        String mean,
        String deviation,
        String meanInterval,
        String range,
        String advantage,
        String pValue,
        String published,
        String verdict,
        String style) {

    static List<PointRow> of(Findings findings, NumberFormat numbers) {
        List<PointRow> rows = new ArrayList<>();
        rows.add(of(findings.arms().teacher(), null, numbers));
        rows.add(of(findings.arms().student(), null, numbers));
        findings.arms().advantages().forEach(advantage -> rows.add(of(advantage.arm(), advantage, numbers)));
        return rows;
    }

    private static PointRow of(Arm arm, Advantage advantage, NumberFormat numbers) {
        Spread spread = arm.spread();
        return new PointRow(
                arm.name(),
                numbers.share(spread.mean()),
                spread.standardDeviation() == null ? Numbers.UNKNOWN : numbers.share(spread.standardDeviation()),
                numbers.interval(spread.meanInterval()),
                arm.quantile(0.05) + " to " + arm.quantile(0.95),
                advantage == null ? "" : difference(advantage.difference().spread(), numbers),
                advantage == null ? "" : Numbers.pValue(advantage.adjustedPValue()),
                !arm.isCompared() ? numbers.published(arm.published()) : "",
                arm.verdict() == null ? "" : arm.verdict().inWords(),
                arm.role().style());
    }

    private static String difference(Spread difference, NumberFormat numbers) {
        return (numbers.difference(difference.mean()) + " " + numbers.interval(difference.meanInterval())).strip();
    }
}
