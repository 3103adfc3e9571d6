package io.github.distillmaven.tensorflow.stacked;

import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.option.Choice;

/**
 * What networks must have in common to stand side by side.
 *
 * @param network its layers are dense
 * @param shape of their examples
 * @param classes number of logits
 */
record StackedKind(Choice network, ExampleShape shape, int classes) {}
