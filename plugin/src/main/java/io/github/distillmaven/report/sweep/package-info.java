/**
 * The page of a sweep, with its figure, and its numbers as files: {@code SweepReport} writes them, {@code SweepFigure} chooses what is drawn,
 * {@code SweepRow} is a cell in the table.
 */
@NullMarked
package io.github.distillmaven.report.sweep;

import org.jspecify.annotations.NullMarked;
