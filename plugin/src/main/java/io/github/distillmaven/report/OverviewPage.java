package io.github.distillmaven.report;

import java.util.List;

import io.github.distillmaven.report.figure.Picture;

/** All that the template of the overview prints. */
public record OverviewPage(Picture accuracies, List<OverviewRow> rows) {

    /** Whether some experiment has several replicates, and so perhaps a verdict. */
    boolean replicated() {
        return rows.stream().anyMatch(row -> row.replicates() > 1);
    }
}
