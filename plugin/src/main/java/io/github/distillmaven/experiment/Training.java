package io.github.distillmaven.experiment;

/**
 * How one model is trained.
 *
 * @param network its architecture
 * @param epochs passes over the training examples, at least 1
 * @param batchSize examples per step, at least 1; the last batch of an epoch may be smaller
 * @param optimizer the update rule and its constants
 */
public record Training(Network network, int epochs, int batchSize, Optimizer optimizer) {}
