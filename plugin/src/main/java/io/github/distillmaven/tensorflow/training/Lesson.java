package io.github.distillmaven.tensorflow.training;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.extension.data.Examples;

/**
 * What a model is trained on or asked.
 *
 * @param examples with the targets, if there are any
 * @param moments normalisation of the examples
 */
public record Lesson(Examples examples, Moments moments) {

    /** Number of examples. */
    public int size() {
        return examples.size();
    }
}
