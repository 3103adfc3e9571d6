/**
 * What people see of an experiment: its page, the overview of a build's experiments, and the lines at the end of the log. Needs
 * neither TensorFlow nor Maven. {@code ExperimentReport} and {@code OverviewReport} write, {@code Section} is a part of a page,
 * {@code Account} the words that fit images or points, {@code Templates} fills in. {@code section} holds the sections, {@code figure}
 * draws, {@code text} prints numbers. {@code export} writes the numbers as files for other tools, {@code MarkdownSummary} says in
 * one of them what matters, {@code baseline} compares with earlier results.
 * Pages hold no scripts, no inline styles and nothing from elsewhere, so that the strictest content policy shows them whole.
 */
package io.github.distillmaven.report;
