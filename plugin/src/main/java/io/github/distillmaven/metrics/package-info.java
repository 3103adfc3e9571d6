/**
 * Plain numbers of one run: predictions, histories, the metrics, confusion, McNemar's test of two models.
 * What several runs come to is in {@code statistics}. No TensorFlow, no HTML.
 */
@NullMarked
package io.github.distillmaven.metrics;

import org.jspecify.annotations.NullMarked;
