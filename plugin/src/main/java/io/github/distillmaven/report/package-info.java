/**
 * What people see of an experiment: its page, the overview of a build's experiments, and the lines at the end of the log. Needs
 * neither TensorFlow nor Maven. {@code ExperimentReport} and {@code OverviewReport} write, {@code ExperimentPage} is what a
 * template prints, {@code Templates} fills it in. {@code figure} draws, {@code text} prints numbers, {@code points} is the page of
 * the two-dimensional experiment. {@code export} writes the numbers as files for other tools, {@code MarkdownSummary} says in one of
 * them what matters, {@code baseline} compares with earlier results.
 * Pages hold no scripts, no inline styles and nothing from elsewhere, so that the strictest content policy shows them whole.
 */
package io.github.distillmaven.report;
