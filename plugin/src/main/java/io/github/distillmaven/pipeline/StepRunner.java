package io.github.distillmaven.pipeline;

import java.util.List;

/** Executes steps that do not depend on each other. */
interface StepRunner {

    void run(List<PlannedStep.Source> steps) throws StepFailedException, InterruptedException;
}
