package io.github.distillmaven.tensorflow;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.extension.data.Examples;

/**
 * What a model is trained on or asked.
 *
 * @param examples with the targets, if there are any
 * @param moments normalisation of the examples
 */
record Lesson(Examples examples, Moments moments) {

    int size() {
        return examples.size();
    }
}
