package io.github.distillmaven.pipeline.execution;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.pipeline.engine.Engine;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.StepName;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.worker.WorkerRequest;

/**
 * Asks the engine once for every step, for some at the same time.
 *
 * @param engine what trains and labels
 */
public record SeparateSteps(Engine engine) implements StepRunner {

    @Override
    public void run(List<PlannedStep.Source> steps) throws StepFailedException, InterruptedException {
        new ParallelSteps(engine.atOnce())
                .run(steps.stream()
                        .map(step -> (ParallelSteps.Call) () -> run(step.get()))
                        .toList());
    }

    private void run(PlannedStep step) throws StepFailedException, InterruptedException {
        Workspace workspace = step.executor().workspace();
        StepName name = step.definition().step();
        step.executor().execute(step.definition(), place -> {
            Optional<WorkerRequest> request = step.plan().request(place);
            SortedMap<String, String> machine = request.isEmpty()
                    ? new TreeMap<>()
                    : engine.run(request.get(), workspace.title(name), workspace.label(name), place.log());
            step.plan().finish(place);
            return machine;
        });
    }
}
