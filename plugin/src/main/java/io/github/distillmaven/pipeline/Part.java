package io.github.distillmaven.pipeline;

import java.util.Optional;

import io.github.distillmaven.experiment.ExperimentArm;

/**
 * Which part of an experiment something belongs to.
 *
 * @param folder where it lies below the experiment's, with slashes; empty for the first replicate
 * @param title what it is called behind the name of a step; empty if the experiment has no other replicate
 * @param arm which arm it is; empty for the treatment
 */
record Part(String folder, String title, Optional<ExperimentArm> arm) {

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

    /** Another arm of this replicate. */
    Part of(ExperimentArm arm) {
        return new Part(
                folder.isEmpty() ? arm.folder() : folder + "/" + arm.folder(),
                title + (title.isEmpty() ? " of " : ", ") + arm.name(),
                Optional.of(arm));
    }
}
