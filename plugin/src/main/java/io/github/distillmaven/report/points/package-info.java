/** The page of the two-dimensional experiment: four panels, a histogram over the seeds, and a table. */
package io.github.distillmaven.report.points;
