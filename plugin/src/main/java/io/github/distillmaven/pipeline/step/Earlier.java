package io.github.distillmaven.pipeline.step;

import io.github.distillmaven.experiment.StepRecord;

/** Where the records are taken from of the steps that others build on. */
@FunctionalInterface
public interface Earlier {

    /**
     * The record of a step.
     *
     * @param part of the experiment that the step belongs to
     * @param wanted what it must have been made with
     * @throws StepFailedException if there has to be one, and it is missing, changed or of other settings
     */
    StepRecord require(Workspace part, StepDefinition wanted) throws StepFailedException;

    /** What earlier goals made, which must be there. */
    static Earlier than(String goal) {
        return (part, wanted) -> new Predecessor(part, goal).require(wanted);
    }
}
