package io.github.distillmaven.extension;

import java.util.List;

import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Streams;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.extension.option.Choice;

/**
 * Examples that are not downloaded but drawn, others for every replicate.
 *
 * <p>Where they have labels, a teacher learns them, is tested on them, and labels them. It has to answer all of them right: else the
 * source is asked for others.
 *
 * <p>Where they have none, there is nothing to learn: the teacher stays as it was drawn, and whatever it answers is right. All models are
 * tested on the examples, under its answers, and it labels {@linkplain #inputs other inputs}, as many as a transfer set asks for.
 */
public interface DataSource extends Configurable {

    /** Sizes of one example. */
    ExampleShape shape(Choice choice);

    /** Names of the classes, at least two. */
    List<String> classNames(Choice choice);

    /** Whether its examples have labels; they have by default. */
    default boolean hasLabels() {
        return true;
    }

    /**
     * Draws what a teacher is to learn, or where there are no labels, what all models are tested on.
     *
     * @param choice the values of {@link #options}
     * @param streams of the replicate
     * @param attempt from 1; each gives other examples
     * @return examples with classes, or without targets
     */
    Examples draw(Choice choice, Streams streams, int attempt);

    /**
     * Draws inputs that a teacher is to label, where examples have no labels. Of two numbers of them, the smaller gives the first ones of
     * the larger.
     *
     * @param choice the values of {@link #options}
     * @param streams of the replicate
     * @param count at least 1
     */
    default Values inputs(Choice choice, Streams streams, int count) {
        throw new UnsupportedOperationException(id() + " has labels, and no other inputs");
    }

    /** Names of the sets of further inputs that models may be asked; none by default. */
    default List<String> evaluationSets() {
        return List.of();
    }

    /** Whether such a set is there to be shown, so that the models of the first replicate alone are asked, and no logits are kept. */
    default boolean isForShow(String name) {
        return false;
    }

    /**
     * Draws the inputs of such a set.
     *
     * @param name one of {@link #evaluationSets()}
     * @param streams of the replicate
     */
    default Examples evaluationSet(String name, Streams streams) {
        throw new IllegalArgumentException(id() + " has no evaluation set '" + name + "'");
    }
}
