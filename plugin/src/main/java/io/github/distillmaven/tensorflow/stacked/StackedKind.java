package io.github.distillmaven.tensorflow.stacked;

import io.github.distillmaven.extension.Choice;
import io.github.distillmaven.extension.ExampleShape;

/**
 * What networks must have in common to stand side by side.
 *
 * @param network its layers are dense
 * @param shape of their examples
 * @param classes number of logits
 */
record StackedKind(Choice network, ExampleShape shape, int classes) {}
