package io.github.distillmaven.extension;

import io.github.distillmaven.extension.option.Choice;

/** An architecture that a teacher or a student can have. */
public interface Network extends Configurable {

    /**
     * Builds the network. It is called more than once for one model, to train and to predict, and has to build the same each time.
     *
     * @param images normalised: [height, width, channels]
     * @param classes number of logits, at least 2
     * @param choice the values of {@link #options}
     * @return [classes]
     */
    Signal logits(Layers layers, Signal images, int classes, Choice choice);
}
