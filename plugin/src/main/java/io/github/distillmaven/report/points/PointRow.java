package io.github.distillmaven.report.points;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.metrics.Spread;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.report.text.PointNumbers;
import io.github.distillmaven.results.Arm;
import io.github.distillmaven.results.PointFindings;

/**
 * One kind of model in the table, over all seeds. Everything but its name counts points.
 *
 * @param range of the middle 90 % of the seeds
 * @param advantage of the student over this control, with its interval; empty for others
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
        String published,
        String style) {

    static List<PointRow> of(PointFindings findings) {
        PointNumbers numbers = new PointNumbers(findings.points());
        List<PointRow> rows = new ArrayList<>();
        rows.add(of(findings.arms().teacher(), findings, numbers));
        findings.students().forEach(arm -> rows.add(of(arm, findings, numbers)));
        return rows;
    }

    private static PointRow of(Arm arm, PointFindings findings, PointNumbers numbers) {
        Spread spread = arm.spread();
        Spread advantage =
                arm.control() == null ? null : arm.advantageOf(findings.arms().student());
        return new PointRow(
                arm.name(),
                numbers.of(spread.mean(), 2),
                spread.standardDeviation() == null ? Numbers.UNKNOWN : numbers.of(spread.standardDeviation(), 2),
                numbers.interval(spread.meanInterval()),
                PointFindings.quantile(arm, 0.05) + " to " + PointFindings.quantile(arm, 0.95),
                advantage == null
                        ? ""
                        : numbers.difference(advantage.mean()) + " " + numbers.interval(advantage.meanInterval()),
                arm.control() == null ? numbers.published(arm.published()) : "",
                arm.role().style());
    }
}
