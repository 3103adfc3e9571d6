package io.github.distillmaven.pipeline;

import io.github.distillmaven.dataset.DatasetLayout;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.Split;
import io.github.distillmaven.dataset.TransferSet;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.worker.WorkerRequest;

/** Trains the student on the transfer set and nothing else. */
final class StudentStep {

    private static final String ROLE = "student";

    private final Workspace workspace;
    private final StepDefinitions definitions;
    private final StepExecutor executor;
    private final TensorFlowWorkers workers;

    StudentStep(Workspace workspace, StepDefinitions definitions, StepExecutor executor, TensorFlowWorkers workers) {
        this.workspace = workspace;
        this.definitions = definitions;
        this.executor = executor;
        this.workers = workers;
    }

    StepRecord run() throws StepFailedException, InterruptedException {
        StepName step = StepName.STUDENT;
        Predecessor predecessor = new Predecessor(workspace, step.goal());
        predecessor.require(definitions.data());
        StepRecord teacher = predecessor.require(definitions.teacher());
        StepRecord transfer = predecessor.require(definitions.transfer(teacher));
        new TransferAcceptance(workspace).require();
        DatasetSpec source = workspace.source();
        String label = workspace.label(step);
        return executor.execute(
                definitions.student(transfer),
                workspace.step(step),
                label,
                (output, log) -> workers.run(
                        new WorkerRequest.Train(
                                ROLE,
                                workspace.experiment().seed(),
                                source.classNames().size(),
                                workspace.experiment().student(),
                                TransferSet.files(
                                        workspace.step(StepName.TRANSFER).path(), source.shape()),
                                workspace.inputNormalizer().moments(),
                                DatasetLayout.files(source, workspace.data(source), Split.TEST),
                                source.moments(),
                                output),
                        ROLE,
                        label,
                        log));
    }
}
