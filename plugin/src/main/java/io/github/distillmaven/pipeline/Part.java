package io.github.distillmaven.pipeline;

import java.util.Optional;

import io.github.distillmaven.experiment.Control;

/**
 * Which part of an experiment something belongs to.
 *
 * @param folder where it lies below the experiment's, with slashes; empty for the first replicate
 * @param title what it is called behind the name of a step; empty if the experiment has no other replicate
 * @param control which control it is; empty for the treatment
 */
record Part(String folder, String title, Optional<Control> control) {

    /** The treatment of an experiment with one replicate. */
    static final Part FIRST = new Part("", "", Optional.empty());

    /**
     * The treatment of one of several replicates.
     *
     * @param index from 0
     */
    static Part replicate(int index, long seed) {
        return new Part(index == 0 ? "" : "replicates/" + seed, " of seed " + seed, Optional.empty());
    }

    /** A control of this replicate. */
    Part of(Control control) {
        String name = "controls/" + control.folder();
        return new Part(
                folder.isEmpty() ? name : folder + "/" + name,
                title + (title.isEmpty() ? " of " : ", ") + control.folder(),
                Optional.of(control));
    }
}
