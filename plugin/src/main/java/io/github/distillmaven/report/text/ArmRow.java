package io.github.distillmaven.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.github.distillmaven.metrics.statistics.Holm;
import io.github.distillmaven.metrics.statistics.PairedDifference;
import io.github.distillmaven.metrics.statistics.Proportion;
import io.github.distillmaven.metrics.statistics.Range;
import io.github.distillmaven.metrics.statistics.Spread;
import io.github.distillmaven.results.Role;
import io.github.distillmaven.results.arms.Advantage;
import io.github.distillmaven.results.arms.Arm;
import io.github.distillmaven.results.arms.Findings;
import org.jspecify.annotations.Nullable;

/**
 * The test accuracies of one arm as tables print them; what is not known is empty, or a dash.
 *
 * @param advantage of the treatment over it; null for the teacher and the treatment
 * @param probability p value of that, adjusted for as many comparisons as there are: of the paired t test, or of one replicate of
 *     McNemar's test of its two networks; null if nothing was tested
 * @param format prints the numbers
 */
public record ArmRow(
        Arm arm, @Nullable Advantage advantage, @Nullable Double probability, NumberFormat format) {

    /** The teacher, the treatment's student, and the others. */
    public static List<ArmRow> of(Findings findings, NumberFormat format) {
        List<ArmRow> rows = new ArrayList<>();
        rows.add(new ArmRow(findings.arms().teacher(), null, null, format));
        rows.add(new ArmRow(findings.arms().student(), null, null, format));
        List<Advantage> advantages = findings.arms().advantages();
        List<Double> pValues = findings.replicated()
                ? advantages.stream().map(Advantage::adjustedPValue).toList()
                : Holm.adjusted(advantages.stream()
                        .map(advantage ->
                                findings.replicates().get(0).arm(advantage.arm().id()))
                        .map(numbers ->
                                Objects.requireNonNull(numbers.mcNemar()).pValue())
                        .toList());
        for (int index = 0; index < advantages.size(); index++) {
            Advantage advantage = advantages.get(index);
            rows.add(new ArmRow(advantage.arm(), advantage, pValues.get(index), format));
        }
        return rows;
    }

    /** What the p values are, and of how many comparisons; a whole sentence, empty without a comparison. */
    public static String test(Findings findings) {
        int comparisons = findings.arms().controls().size();
        if (comparisons == 0) {
            return "";
        }
        String test = findings.replicated()
                ? "p: paired t test over the replicates, two-sided"
                : "p: McNemar’s test, two-sided, of these two networks on these test inputs; it says nothing of other seeds";
        return comparisons == 1
                ? test + "."
                : test + "; adjusted by Holm’s method for " + comparisons + " comparisons.";
    }

    /** In what further students differ from the treatment; a whole sentence, empty without one. */
    public static String differences(Findings findings) {
        String differences = findings.arms().controls().stream()
                .filter(arm -> arm.role() == Role.COMPARISON)
                .map(arm -> arm.name() + ": " + arm.meaning())
                .collect(Collectors.joining("; "));
        return differences.isEmpty() ? "" : "Further students, " + differences + ".";
    }

    public String name() {
        return arm.name();
    }

    /** Class in the style sheet. */
    public String style() {
        return arm.role().style();
    }

    /** What its students saw, or how they differ from the treatment. */
    public String meaning() {
        return arm.meaning();
    }

    /** Of one replicate its accuracy. */
    public String mean() {
        Spread spread = arm.spread();
        return spread == null ? Numbers.UNKNOWN : format.share(spread.mean());
    }

    /** Standard deviation. */
    public String deviation() {
        Spread spread = arm.spread();
        Double deviation = spread == null ? null : spread.standardDeviation();
        return deviation == null ? "" : format.deviation(deviation);
    }

    /** Of the mean; of one replicate Wilson's. */
    public String interval() {
        if (!tested()) {
            return "";
        }
        Proportion first = arm.tests().get(0);
        return format.interval(
                arm.tests().size() == 1
                        ? new Range(first.wilson().low(), first.wilson().high())
                        : arm.meanInterval());
    }

    /** Of one further run. */
    public String predictionInterval() {
        Spread spread = arm.spread();
        return spread == null ? "" : format.interval(spread.predictionInterval());
    }

    /** Numbers of right answers of the middle 90% of the replicates. */
    public String range() {
        return tested() ? arm.quantile(0.05) + " to " + arm.quantile(0.95) : "";
    }

    /** By how much the treatment exceeds it. */
    public String difference() {
        Spread difference = spread();
        return difference != null ? format.difference(difference.mean()) : advantage == null ? "" : Numbers.UNKNOWN;
    }

    /** Of that, paired. */
    public String differenceInterval() {
        Spread difference = spread();
        return difference == null ? "" : format.interval(difference.meanInterval());
    }

    /** The difference with its interval. */
    public String advantageInWords() {
        return compared() ? (difference() + " " + differenceInterval()).strip() : "";
    }

    /** Of the difference. */
    public String pValue() {
        return compared() ? Numbers.pValue(probability) : "";
    }

    /** Of the teacher or the treatment; empty for others, and where there is none. */
    public String published() {
        if (arm.isCompared() || !tested()) {
            return "";
        }
        return arm.published() == null ? "" : format.published(arm.published());
    }

    public String verdict() {
        return arm.verdict() == null ? "" : arm.verdict().inWords();
    }

    private boolean tested() {
        return arm.spread() != null;
    }

    private boolean compared() {
        return spread() != null;
    }

    /** Of the differences; null without any. */
    private @Nullable Spread spread() {
        PairedDifference difference = advantage == null ? null : advantage.difference();
        return difference == null ? null : difference.spread();
    }
}
