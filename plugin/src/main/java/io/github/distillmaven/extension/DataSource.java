package io.github.distillmaven.extension;

import java.util.List;

import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Streams;

/**
 * Examples that are not downloaded but drawn, others for every replicate. Its teacher is tested on what it learnt, which it has to
 * answer right without exception: else the source is asked for others.
 */
public interface DataSource extends Component {

    /** Sizes of one example. */
    ExampleShape shape();

    /** Names of the classes, at least two. */
    List<String> classNames();

    /**
     * Draws what a teacher is to learn.
     *
     * @param streams of the replicate
     * @param attempt from 1; each gives other examples
     * @return examples with classes
     */
    Examples draw(Streams streams, int attempt);

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
