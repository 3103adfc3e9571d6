/** Points in the plane: how those of a seed are drawn, and the surface that divides them. */
package io.github.distillmaven.dataset.points;
