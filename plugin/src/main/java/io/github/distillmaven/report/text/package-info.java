/** How numbers and names are printed: {@code Numbers}, {@code NumberFormat} for shares of large and of small sets, {@code Words}. */
package io.github.distillmaven.report.text;
