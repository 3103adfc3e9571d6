/**
 * Experiments that differ in some settings: what was written in {@code <sweep>} becomes a list of cells, each an experiment that was read as
 * if a user had written it by itself.
 *
 * <pre>
 *   SweepReader      reads all cells, or says what is wrong with them
 *   Sweep, SweepCell what comes of it
 *   WrittenSweep     what was written, by whom
 *   GridOfValues     the product of axes
 *   CellProblems     what is wrong with some cells or all
 *   Unswept          which settings cannot be swept, and why
 *   CellName         what a cell and its folder are called
 *   TrendRules       what must hold of expectations over cells
 * </pre>
 */
@NullMarked
package io.github.distillmaven.experiment.sweep;

import org.jspecify.annotations.NullMarked;
