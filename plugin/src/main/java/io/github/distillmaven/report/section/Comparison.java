package io.github.distillmaven.report.section;

import java.util.List;

import io.github.distillmaven.report.LabelChanges;
import io.github.distillmaven.results.Arms;
import io.github.distillmaven.results.Findings;
import io.github.distillmaven.results.ReportRequest;

/**
 * All replicates and controls of an experiment, as its page prints them.
 *
 * @param controls names of the controls, which head columns
 * @param replicates one per seed
 * @param statistics one per arm; empty for one replicate
 * @param advantages one per control
 * @param measureHeads heads of the columns of further measures
 * @param measures means of the treatment's student and of each control
 */
public record Comparison(
        List<String> controls,
        List<ReplicateRow> replicates,
        List<StatisticsRow> statistics,
        List<AdvantageRow> advantages,
        List<String> measureHeads,
        List<MeasureRow> measures) {

    /** What the p values beside the differences are, and of how many comparisons; a whole sentence. */
    public String test() {
        String test = statistics.isEmpty()
                ? "p: McNemar’s test, two-sided, of these two networks on these test images; it says nothing of other seeds"
                : "p: paired t test over the replicates, two-sided";
        return advantages.size() < 2
                ? test + "."
                : test + "; adjusted by Holm’s method for " + advantages.size() + " comparisons.";
    }

    static Comparison of(ReportRequest request, Findings findings) {
        Arms arms = findings.arms();
        LabelChanges changes = LabelChanges.of(findings.results());
        return new Comparison(
                arms.controls().stream().map(arm -> arm.id()).toList(),
                findings.each(ReplicateRow::of),
                findings.replicated()
                        ? arms.all().stream()
                                .map(arm -> StatisticsRow.of(arm, request.published()))
                                .toList()
                        : List.of(),
                AdvantageRow.of(findings),
                MeasureRow.heads(),
                MeasureRow.of(findings, changes));
    }
}
