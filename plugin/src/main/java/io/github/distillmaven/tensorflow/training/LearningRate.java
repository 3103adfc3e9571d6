package io.github.distillmaven.tensorflow.training;

import io.github.distillmaven.experiment.Optimizer;

/**
 * The course of the learning rate.
 *
 * @param initial rate of the first step
 * @param schedule how it moves
 * @param steps number of steps of the whole training
 */
public record LearningRate(double initial, Optimizer.Schedule schedule, long steps) {

    /** Rate of a step, from 0. */
    public double at(long step) {
        return switch (schedule) {
            case CONSTANT -> initial;
            case COSINE -> initial * (1 + Math.cos(Math.PI * step / steps)) / 2;
        };
    }
}
