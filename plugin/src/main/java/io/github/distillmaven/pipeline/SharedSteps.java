package io.github.distillmaven.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.distillmaven.pipeline.execution.PlannedStep;
import io.github.distillmaven.pipeline.execution.StepRunner;
import io.github.distillmaven.pipeline.step.StepFailedException;

/**
 * Lets one step of each key run before the others of that key, which then are in the store: so that none of the workers waits for what
 * another one makes.
 *
 * @param runner of steps that differ in their keys
 */
record SharedSteps(StepRunner runner) implements StepRunner {

    @Override
    public void run(List<PlannedStep.Source> sources) throws StepFailedException, InterruptedException {
        Set<String> keys = new HashSet<>();
        List<PlannedStep.Source> first = new ArrayList<>();
        List<PlannedStep.Source> others = new ArrayList<>();
        for (PlannedStep.Source source : sources) {
            PlannedStep step = source.get();
            (keys.add(step.definition().key()) ? first : others).add(() -> step);
        }
        runner.run(first);
        runner.run(others);
    }
}
