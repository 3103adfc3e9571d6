/** How numbers are printed: {@code Numbers} as shares and counts, {@code PointNumbers} as numbers of points. */
package io.github.distillmaven.report.text;
