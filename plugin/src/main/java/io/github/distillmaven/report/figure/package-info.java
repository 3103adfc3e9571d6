/**
 * Drawings: each {@code Figure} draws itself as {@code Svg} at any width in any {@code Palette}, and {@code Picture} writes the
 * variants that a page shows. Nothing here knows what an experiment is.
 */
@NullMarked
package io.github.distillmaven.report.figure;

import org.jspecify.annotations.NullMarked;
