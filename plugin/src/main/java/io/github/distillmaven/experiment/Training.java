package io.github.distillmaven.experiment;

import io.github.distillmaven.extension.option.Choice;

/**
 * How one model is trained.
 *
 * @param network its architecture, with its options
 * @param examples number of training examples, the first ones; 0 for all
 * @param epochs passes over the training examples; 0 for a teacher that stays as it was drawn
 * @param batchSize examples per step, at least 1; the last batch of an epoch may be smaller
 * @param augmentation how the examples are varied
 * @param optimizer the update rule and its constants
 */
public record Training(
        Choice network, int examples, int epochs, int batchSize, Augmentation augmentation, Optimizer optimizer) {

    /** The same on all examples that it is given. */
    public Training onAll() {
        return new Training(network, 0, epochs, batchSize, augmentation, optimizer);
    }
}
