package io.github.distillmaven.report.overview;

import java.util.List;

import io.github.distillmaven.report.architecture.ArchitectureMatrix;
import io.github.distillmaven.report.figure.Picture;

/**
 * The experiments of one module in an overview.
 *
 * @param title heading
 * @param accuracies of its experiments
 * @param rows one per experiment
 * @param sweeps one per sweep
 * @param matrices of those that differ in the network of their teachers alone
 * @param unreadable names of the experiments whose results cannot be read
 * @param note on the order of the rows, in whole sentences; empty if there is nothing to say
 */
public record OverviewGroup(
        String title,
        Picture accuracies,
        List<OverviewRow> rows,
        List<OverviewSweep> sweeps,
        List<ArchitectureMatrix> matrices,
        List<String> unreadable,
        String note) {

    public OverviewGroup {
        rows = List.copyOf(rows);
        sweeps = List.copyOf(sweeps);
        matrices = List.copyOf(matrices);
        unreadable = List.copyOf(unreadable);
    }

    /** Whether something is expected of some experiment. */
    public boolean gated() {
        return rows.stream().anyMatch(row -> !row.gate().outcomes().isEmpty());
    }

    /** Whether something is expected of some sweep. */
    public boolean gatedSweeps() {
        return sweeps.stream().anyMatch(sweep -> !sweep.gate().outcomes().isEmpty());
    }

    /** Whether there is nothing to say of it. */
    public boolean isEmpty() {
        return rows.isEmpty() && sweeps.isEmpty() && unreadable.isEmpty();
    }

    /** Whether the commit of some experiment is known. */
    public boolean committed() {
        return rows.stream().anyMatch(row -> !row.commit().isEmpty());
    }

    /** Whether it is known of some experiment how long it took. */
    public boolean timed() {
        return rows.stream().anyMatch(OverviewRow::timed);
    }

    /** Whether some experiment has several replicates, and so perhaps a verdict. */
    public boolean replicated() {
        return rows.stream().anyMatch(row -> row.replicates() > 1);
    }

    /** Whether some published accuracy stands beside them. */
    public boolean published() {
        return rows.stream().anyMatch(OverviewRow::hasPublished);
    }
}
