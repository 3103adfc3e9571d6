package io.github.distillmaven.experiment;

import java.util.List;

import io.github.distillmaven.extension.ExampleShape;

/** What must be known of data sets to tell a valid experiment from an invalid one. */
public interface KnownDatasets {

    /** The data set that is no set of images: points with random labels, others for every seed. */
    String RANDOM_POINTS = "random-points";

    /** Number of points that {@link #RANDOM_POINTS} has for one seed. */
    int POINTS = 32;

    /** Shape of one point of {@link #RANDOM_POINTS}. */
    ExampleShape COORDINATES = ExampleShape.of(2);

    /** Number of classes of {@link #RANDOM_POINTS}. */
    int POINT_CLASSES = 2;

    /** Names of all data sets, as users write them. */
    List<String> names();

    /**
     * Shape of the examples of a data set.
     *
     * @param name one of {@link #names}
     */
    ExampleShape shapeOf(String name);

    /**
     * Number of training images of a data set; 0 if it has no images.
     *
     * @param name one of {@link #names}
     */
    int sizeOf(String name);
}
