/** The data sets that a POM declares in {@code <datasets>}. */
@NullMarked
package io.github.distillmaven.experiment.own;

import org.jspecify.annotations.NullMarked;
