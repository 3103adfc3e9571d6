package io.github.distillmaven.experiment;

/**
 * What is done to the inputs before the teacher labels them.
 *
 * @param attack how they are moved
 * @param epsilon half the side of the L-infinity ball, in [0, 1]
 * @param steps of {@link Attack#PGD}, at least 1; other attacks do not use it
 */
public record Perturbation(Attack attack, double epsilon, int steps) {}
