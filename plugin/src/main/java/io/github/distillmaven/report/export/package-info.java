/**
 * What lies beside a page for other tools: {@code Exports} writes {@code results.json}, {@code replicates.csv} ({@code ReplicateTable})
 * and {@code summary.md} ({@code MarkdownSummary}, with the table of {@code ArmTable}). {@code JobSummary} adds the last one to the
 * summary of a job that runs in continuous integration.
 */
@NullMarked
package io.github.distillmaven.report.export;

import org.jspecify.annotations.NullMarked;
