package io.github.distillmaven.experiment;

import java.util.List;

/** What must be known of data sets to tell a valid experiment from an invalid one. */
public interface KnownDatasets {

    /** Names of all data sets, as users write them. */
    List<String> names();

    /**
     * Size of the images of a data set.
     *
     * @param name one of {@link #names}
     */
    ImageShape shapeOf(String name);
}
