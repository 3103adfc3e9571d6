package io.github.distillmaven.report;

import java.util.List;

/** All that the template of the overview prints. */
record OverviewPage(Picture accuracies, List<OverviewRow> rows) {}
