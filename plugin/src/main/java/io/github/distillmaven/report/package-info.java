/**
 * What people see of an experiment: its page, the overview of a build's experiments, and the lines at the end of the log. Needs
 * neither TensorFlow nor Maven. {@code ExperimentReport} writes a page, {@code Section} is a part of it, {@code Templates} fills in.
 * {@code section} holds the sections, {@code drawing} what they draw by {@code figure}, {@code account} the words that fit images
 * or points, {@code text} prints numbers. {@code overview} writes the page of all experiments, {@code export} writes the numbers as files
 * for other tools, {@code MarkdownSummary} says in one of them what matters, {@code baseline} compares with earlier results.
 * Pages hold no scripts, no inline styles and nothing from elsewhere, so that the strictest content policy shows them whole.
 */
@NullMarked
package io.github.distillmaven.report;

import org.jspecify.annotations.NullMarked;
