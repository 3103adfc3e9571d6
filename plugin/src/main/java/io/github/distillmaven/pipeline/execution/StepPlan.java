package io.github.distillmaven.pipeline.execution;

import java.io.IOException;
import java.util.Optional;

import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.worker.WorkerRequest;

/** How the outputs of a step are made: by an engine, or from what it wrote, or both. */
@FunctionalInterface
public interface StepPlan {

    /** Prepares what an engine needs, and gives what it is asked; empty if it has nothing to do. */
    Optional<WorkerRequest> request(StepPlace place) throws StepFailedException, IOException;

    /** Makes the outputs that the engine did not make, and takes away what was prepared. */
    default void finish(StepPlace place) throws StepFailedException, IOException {
        place.deletePrepared();
    }
}
