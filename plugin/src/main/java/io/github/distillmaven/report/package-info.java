/**
 * What people see of an experiment: its page with figures, the overview of a build's experiments, {@code results.json}
 * and the lines at the end of the log. Reads the files that the steps left behind, of every replicate and control; needs neither
 * TensorFlow nor Maven. {@code ExperimentFolder} reads, {@code Findings} are the numbers, {@code Arms} what is compared,
 * {@code Results} and {@code ExperimentPage} how it is written down.
 * Pages hold no scripts, no inline styles and nothing from elsewhere, so that the strictest content policy shows them whole.
 */
package io.github.distillmaven.report;
