/**
 * Plain numbers. What one run came to: predictions, histories, accuracies with Wilson intervals, agreement, confusion, McNemar's
 * test of two models. What several came to: their spread, and the verdict on a published value. No TensorFlow, no HTML.
 */
@NullMarked
package io.github.distillmaven.metrics;

import org.jspecify.annotations.NullMarked;
