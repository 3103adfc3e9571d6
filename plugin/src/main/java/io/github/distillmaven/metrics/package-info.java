/** Plain numbers: predictions, histories, accuracy with intervals, agreement, confusion. No TensorFlow, no HTML. */
package io.github.distillmaven.metrics;
