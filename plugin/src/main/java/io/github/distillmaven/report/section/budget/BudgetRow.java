package io.github.distillmaven.report.section.budget;

import io.github.distillmaven.metrics.statistics.Spread;
import io.github.distillmaven.report.drawing.ExampleCurve;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.arms.Arm;

/**
 * One point of a curve, as the table prints it.
 *
 * @param arm by test accuracy
 * @param agreed by agreement with the teacher
 * @param examples mean number over the replicates
 */
public record BudgetRow(Arm arm, Arm agreed, double examples) {

    static BudgetRow of(ExampleCurve.Budget budget) {
        return new BudgetRow(budget.arm(), budget.agreement(), budget.examples());
    }

    public String name() {
        return arm.name();
    }

    /** Class in the style sheet. */
    public String style() {
        return arm.role().style();
    }

    public String size() {
        return Numbers.count(Math.round(examples));
    }

    public String mean() {
        return Numbers.percent(arm.accuracy());
    }

    /** Standard deviation, in percentage points; empty for one replicate. */
    public String deviation() {
        Spread spread = arm.spread();
        Double deviation = spread == null ? null : spread.standardDeviation();
        return deviation == null ? "" : Numbers.hundredfold(deviation);
    }

    public String interval() {
        return arm.interval() == null ? "" : Numbers.interval(arm.interval());
    }

    public String agreement() {
        return Numbers.percent(agreed.accuracy());
    }

    public String agreementInterval() {
        return agreed.interval() == null ? "" : Numbers.interval(agreed.interval());
    }

    /** Empty if none was. */
    public String published() {
        return arm.published() == null ? "" : Numbers.publishedPercent(arm.published());
    }
}
