/**
 * An experiment beside earlier results of it, or of another: {@code BaselineComparison} for the page, the log and the Markdown, one
 * {@code BaselineRow} for each number that both have.
 */
@NullMarked
package io.github.distillmaven.report.baseline;

import org.jspecify.annotations.NullMarked;
