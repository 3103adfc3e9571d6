package io.github.distillmaven.tensorflow.training;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.extension.data.Examples;

/**
 * What a model is evaluated on.
 *
 * @param name of the set
 * @param examples not empty
 * @param moments normalisation of the examples
 */
public record EvaluatedExamples(String name, Examples examples, Moments moments) {}
