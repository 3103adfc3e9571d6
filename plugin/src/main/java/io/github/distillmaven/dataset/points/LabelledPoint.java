package io.github.distillmaven.dataset.points;

/**
 * A point of a data set, or of a transfer set.
 *
 * @param x in [0, 1), unless an attack moved it
 * @param y likewise
 * @param label 0 or 1
 */
public record LabelledPoint(float x, float y, int label) {}
