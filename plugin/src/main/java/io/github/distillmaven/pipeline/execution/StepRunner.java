package io.github.distillmaven.pipeline.execution;

import java.util.List;

import io.github.distillmaven.pipeline.step.StepFailedException;

/** Executes steps that do not depend on each other. */
public interface StepRunner {

    void run(List<PlannedStep.Source> steps) throws StepFailedException, InterruptedException;
}
