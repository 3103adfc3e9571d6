/**
 * Points in the plane: how those of a seed are drawn, and the tables that the steps of the two-dimensional experiment write.
 * Every table holds all seeds.
 */
package io.github.distillmaven.dataset.points;
