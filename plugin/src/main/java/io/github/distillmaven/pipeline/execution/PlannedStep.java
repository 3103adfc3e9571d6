package io.github.distillmaven.pipeline.execution;

import io.github.distillmaven.pipeline.step.StepDefinition;
import io.github.distillmaven.pipeline.step.StepFailedException;

/**
 * A step that is to be executed.
 *
 * @param executor of the part of the experiment that it belongs to
 * @param definition everything that can change its outputs
 * @param plan how they are made
 */
public record PlannedStep(StepExecutor executor, StepDefinition definition, StepPlan plan) {

    /** A step, as soon as what it builds on is there. */
    @FunctionalInterface
    public interface Source {

        /** @throws StepFailedException if the result of an earlier step is missing, changed or of other settings */
        PlannedStep get() throws StepFailedException;
    }
}
