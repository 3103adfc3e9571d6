/** How numbers and names are printed: {@code Numbers}, {@code NumberFormat} for shares of large and of small sets, {@code Words};
 * {@code ArmRow} and {@code ConfusionTable} are what tables print. */
@NullMarked
package io.github.distillmaven.report.text;

import org.jspecify.annotations.NullMarked;
