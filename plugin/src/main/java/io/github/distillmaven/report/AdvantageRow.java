package io.github.distillmaven.report;

import java.util.List;

import io.github.distillmaven.experiment.Control;
import io.github.distillmaven.metrics.Spread;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Arm;
import io.github.distillmaven.results.Arms;
import io.github.distillmaven.results.Findings;
import io.github.distillmaven.results.Replicate;

/**
 * By how much the treatment's students exceed those of a control.
 *
 * @param meaning what the control's students saw
 * @param difference mean of the differences in test accuracy, in percentage points
 * @param interval paired t interval of that; empty for one replicate
 * @param pValue of McNemar's test of the first replicate
 */
public record AdvantageRow(String control, String meaning, String difference, String interval, String pValue) {

    static List<AdvantageRow> of(Arms arms, Findings findings) {
        return arms.controls().stream()
                .map(arm -> of(arm, arms.student(), findings.replicates().get(0)))
                .toList();
    }

    private static AdvantageRow of(Arm arm, Arm student, Replicate first) {
        Spread advantage = arm.advantageOf(student);
        String name = arm.control().folder();
        String meaning = meaning(arm.control());
        return advantage == null
                ? new AdvantageRow(name, meaning, Numbers.UNKNOWN, "", "")
                : new AdvantageRow(
                        name,
                        meaning,
                        Numbers.points(advantage.mean(), 2),
                        Numbers.interval(advantage.meanInterval(), 2),
                        Numbers.pValue(
                                first.controls().get(arm.control()).test().pValue()));
    }

    private static String meaning(Control control) {
        return switch (control) {
            case SHUFFLED_WITHIN_CLASS -> "the given labels, permuted among the inputs of each class";
            case SHUFFLED -> "the given labels, permuted among all inputs";
            case RANDOM_WRONG -> "any wrong label, each as likely as the other";
            case NEXT_CLASS -> "the class after the true one";
            case TRUE_LABELS -> "the true labels of the same inputs";
            case UNFILTERED -> "every labelled input, kept or not";
            case RANDOM_SUBSET -> "as many inputs, drawn from all labelled ones";
            case UNTRAINED_TEACHER -> "labels of the teacher before its training";
            case UNPERTURBED -> "the inputs before they were moved";
        };
    }
}
