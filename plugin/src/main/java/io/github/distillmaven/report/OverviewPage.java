package io.github.distillmaven.report;

import java.util.List;

/** All that the template of the overview prints. */
record OverviewPage(Picture accuracies, List<OverviewRow> rows) {

    /** Whether some experiment has several replicates, and so perhaps a verdict. */
    boolean replicated() {
        return rows.stream().anyMatch(row -> row.replicates() > 1);
    }
}
