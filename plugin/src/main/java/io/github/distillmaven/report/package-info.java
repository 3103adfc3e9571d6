/**
 * What people see of an experiment: its page with figures, the overview of a build's experiments, {@code results.json}
 * and the lines at the end of the log. Reads the files that the steps left behind; needs neither TensorFlow nor Maven.
 * Pages hold no scripts, no inline styles and nothing from elsewhere, so that the strictest content policy shows them whole.
 */
package io.github.distillmaven.report;
