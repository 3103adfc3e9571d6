package io.github.distillmaven.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.experiment.SettingValue;

/** An experiment that a report is to be about. */
public interface Reported {

    /** Its name. */
    String experiment();

    /** The preset it started from; null if none. */
    String preset();

    /** Of the replicates, at least one; the page shows the first whole. */
    List<Long> seeds();

    /** Further students of every replicate, in the order in which they are to be printed. */
    Collection<ExperimentArm> controls();

    /** All settings, in the order in which they are to be printed. */
    List<SettingValue> settings();

    /** What its source printed; null if nothing. */
    Published published();

    /** {@code target/distill/<experiment>}; the report is written there. */
    Path folder();

    /** Why it is written. */
    Occasion occasion();

    /** Ids of the sets on which all models are evaluated, the test set first. */
    List<String> evaluationSets();

    /**
     * Reads what the steps left behind.
     *
     * @throws IOException if a file is missing or damaged; the message names it and the goal that makes it
     */
    Evidence read() throws IOException;

    /** Seed of the first replicate. */
    default long seed() {
        return seeds().get(0);
    }

    /** Whether there are several replicates. */
    default boolean replicated() {
        return seeds().size() > 1;
    }

    /** Whether there is more to tell than one run. */
    default boolean compares() {
        return replicated() || !controls().isEmpty();
    }
}
