/** How numbers and names are printed: {@code Numbers} as shares and counts, {@code PointNumbers} as numbers of points, {@code Words}. */
package io.github.distillmaven.report.text;
