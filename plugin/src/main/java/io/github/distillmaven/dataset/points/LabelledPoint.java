package io.github.distillmaven.dataset.points;

/**
 * A point of a data set.
 *
 * @param x in [0, 1)
 * @param y in [0, 1)
 * @param label 0 or 1
 */
public record LabelledPoint(float x, float y, int label) {}
