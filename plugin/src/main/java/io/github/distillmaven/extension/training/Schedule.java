package io.github.distillmaven.extension.training;

import java.util.Optional;

import io.github.distillmaven.extension.Configurable;
import io.github.distillmaven.extension.option.Choice;

/** A course of the learning rate. */
public interface Schedule extends Configurable {

    /**
     * What the learning rate is multiplied by.
     *
     * @param step from 0 to below the number of steps
     * @param length of the whole training
     * @param choice the values of {@link #options}
     * @return at least 0
     */
    double factor(long step, Length length, Choice choice);

    /**
     * Why it means nothing for a training, as the end of a sentence that begins with its name; empty if it means something.
     *
     * @param epochs of the training, at least 1
     */
    default Optional<String> refusal(int epochs, Choice choice) {
        return Optional.empty();
    }

    /**
     * How long a training is.
     *
     * @param steps in all, at least 1
     * @param stepsPerEpoch at least 1
     */
    record Length(long steps, long stepsPerEpoch) {}
}
