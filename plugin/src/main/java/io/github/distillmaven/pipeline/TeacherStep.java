package io.github.distillmaven.pipeline;

import io.github.distillmaven.dataset.DatasetLayout;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.Split;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.worker.WorkerRequest;

/** Trains the teacher on its data set, with the true labels. */
final class TeacherStep {

    private static final String ROLE = "teacher";

    private final Workspace workspace;
    private final StepDefinitions definitions;
    private final StepExecutor executor;
    private final TensorFlowWorkers workers;

    TeacherStep(Workspace workspace, StepDefinitions definitions, StepExecutor executor, TensorFlowWorkers workers) {
        this.workspace = workspace;
        this.definitions = definitions;
        this.executor = executor;
        this.workers = workers;
    }

    StepRecord run() throws StepFailedException, InterruptedException {
        StepName step = StepName.TEACHER;
        new Predecessor(workspace, step.goal()).require(definitions.data());
        DatasetSpec source = workspace.source();
        String label = workspace.label(step);
        return executor.execute(
                definitions.teacher(),
                workspace.step(step),
                label,
                (output, log) -> workers.run(
                        new WorkerRequest.Train(
                                ROLE,
                                workspace.experiment().seed(),
                                source.classNames().size(),
                                workspace.experiment().teacher(),
                                DatasetLayout.files(source, workspace.data(source), Split.TRAIN),
                                source.moments(),
                                DatasetLayout.files(source, workspace.data(source), Split.TEST),
                                source.moments(),
                                output),
                        ROLE,
                        label,
                        log));
    }
}
