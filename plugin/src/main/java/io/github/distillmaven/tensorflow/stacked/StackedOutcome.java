package io.github.distillmaven.tensorflow.stacked;

import io.github.distillmaven.metrics.History;
import io.github.distillmaven.tensorflow.graph.Weights;

/**
 * What the training of one of several models came to.
 *
 * @param initial weights before the first step
 * @param last weights after the last step
 * @param loss mean cross entropy of the last step; NaN without any
 * @param history one entry per epoch; none where an epoch is a single step, as there are too many then, and without any step
 */
record StackedOutcome(Weights initial, Weights last, float loss, History history) {}
