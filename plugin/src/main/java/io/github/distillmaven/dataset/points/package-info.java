/** Points: how those of a seed are drawn, and in the plane the surface that divides them. */
@NullMarked
package io.github.distillmaven.dataset.points;

import org.jspecify.annotations.NullMarked;
