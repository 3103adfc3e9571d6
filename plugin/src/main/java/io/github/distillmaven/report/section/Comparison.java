package io.github.distillmaven.report.section;

import java.util.List;

import io.github.distillmaven.report.text.ArmRow;
import io.github.distillmaven.results.Role;
import io.github.distillmaven.results.arms.Arm;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.ReportRequest;

/**
 * All replicates and arms of an experiment, as its page prints them.
 *
 * @param replicates one per seed
 * @param arms the teacher, the treatment's student, and the others
 * @param several whether there are several replicates
 * @param test what the p values are; a whole sentence
 * @param measureHeads heads of the columns of further measures
 * @param measures means of the students of each arm
 */
public record Comparison(
        List<ReplicateRow> replicates,
        List<ArmRow> arms,
        boolean several,
        String test,
        List<String> measureHeads,
        List<MeasureRow> measures) {

    static Comparison of(ReportRequest request, Findings findings, List<ArmRow> arms) {
        return new Comparison(
                findings.each(ReplicateRow::of),
                arms,
                findings.replicated(),
                ArmRow.test(findings),
                MeasureRow.heads(findings),
                MeasureRow.of(findings));
    }

    /** Whether there is a published number of one of them. */
    public boolean published() {
        return arms.stream().anyMatch(row -> row.arm().published() != null);
    }

    /** Whether all replicates have one teacher, which was given. */
    public boolean sharesTeacher() {
        return several && arms.get(0).arm().tests().size() == 1;
    }

    /** All but the teacher and the treatment. */
    public List<ArmRow> others() {
        return arms.stream().filter(row -> row.arm().isCompared()).toList();
    }

    /** Whether all of these are controls. */
    public boolean controlsAlone() {
        return others().stream().map(ArmRow::arm).map(Arm::role).allMatch(Role.CONTROL::equals);
    }
}
