package io.github.distillmaven.extension;

import io.github.distillmaven.extension.option.Choice;

/** An architecture that a teacher or a student can have. */
public interface Network extends Configurable {

    /**
     * Builds the network. It is called more than once for one model, to train and to predict, and has to build the same each time.
     *
     * @param images normalised: [height, width, channels]
     * @param classes number of classes, at least 2
     * @param choice the values of {@link #options}
     * @return [classes], or [classes + {@link #auxiliary}]
     */
    Signal logits(Layers layers, Signal images, int classes, Choice choice);

    /**
     * Number of logits behind those of the classes. Nothing counts them but labels that are about them, and models that learn such labels
     * learn nothing else. Networks that have any are trained side by side.
     */
    default int auxiliary() {
        return 0;
    }
}
