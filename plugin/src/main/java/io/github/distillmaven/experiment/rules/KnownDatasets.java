package io.github.distillmaven.experiment.rules;

import java.util.List;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.option.Choice;

/** What must be known of data sets to tell a valid experiment from an invalid one. */
public interface KnownDatasets {

    /**
     * Makes known what the other methods say of the data sets of an experiment, which may take reading them.
     *
     * @return what is wrong with them, one sentence or more for each thing
     */
    default List<String> prepare(Experiment experiment) {
        return List.of();
    }

    /** Whether nothing is known of a data set before {@link #prepare}, but its name. */
    default boolean isOwn(String name) {
        return false;
    }

    /** Names of all data sets, as users write them. */
    List<String> names();

    /**
     * Shape of the examples of a data set.
     *
     * @param dataset one of {@link #names}, with its options where it has any
     */
    ExampleShape shapeOf(Choice dataset);

    /**
     * Number of training images of a data set; 0 if it is drawn, so that nothing is known of that.
     *
     * @param name one of {@link #names}
     */
    int sizeOf(String name);

    /**
     * Names of the classes of a data set, in the order of their labels.
     *
     * @param dataset one of {@link #names}, with its options where it has any
     */
    List<String> classesOf(Choice dataset);

    /**
     * Whether the examples of a data set are drawn, others for every replicate.
     *
     * @param name one of {@link #names}
     */
    boolean draws(String name);

    /**
     * Whether the examples of a data set have labels; else those that a teacher gives them are right.
     *
     * @param name one of {@link #names}
     */
    boolean hasLabels(String name);
}
