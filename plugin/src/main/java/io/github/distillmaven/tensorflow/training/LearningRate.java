package io.github.distillmaven.tensorflow.training;

import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.training.Schedule;

/**
 * The course of the learning rate.
 *
 * @param initial what the schedule multiplies
 * @param schedule how it moves
 * @param length of the whole training
 */
public record LearningRate(double initial, Chosen<Schedule> schedule, Schedule.Length length) {

    /**
     * That of a training.
     *
     * @param stepsPerEpoch at least 1
     */
    public static LearningRate of(Optimizer optimizer, int epochs, long stepsPerEpoch) {
        return new LearningRate(
                optimizer.learningRate(),
                new Chosen<>(
                        Components.load(Schedule.class).get(optimizer.schedule().id()), optimizer.schedule()),
                new Schedule.Length(stepsPerEpoch * epochs, stepsPerEpoch));
    }

    /** Rate of a step, from 0. */
    public double at(long step) {
        return initial * schedule.component().factor(step, length, schedule.choice());
    }

    /** Number of steps of the whole training. */
    public long steps() {
        return length.steps();
    }
}
