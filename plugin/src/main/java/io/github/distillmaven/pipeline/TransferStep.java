package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.util.SortedMap;

import io.github.distillmaven.dataset.TransferSet;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.extension.Examples;
import io.github.distillmaven.metrics.Predictions;

/** Lets the teacher label the inputs, and keeps what the student shall see. */
final class TransferStep {

    private final Workspace workspace;
    private final StepDefinitions definitions;
    private final StepExecutor executor;
    private final Labeller labeller;

    TransferStep(Workspace workspace, StepDefinitions definitions, StepExecutor executor, TensorFlowWorkers workers) {
        this.workspace = workspace;
        this.definitions = definitions;
        this.executor = executor;
        this.labeller = new Labeller(workspace, workers);
    }

    void run() throws StepFailedException, InterruptedException {
        Predecessor predecessor = new Predecessor(workspace, StepName.TRANSFER.goal());
        predecessor.require(definitions.data());
        StepRecord teacher = predecessor.require(definitions.teacher());
        executor.execute(definitions.transfer(teacher), this::label);
        new TransferAcceptance(workspace).require();
    }

    private SortedMap<String, String> label(StepPlace place)
            throws StepFailedException, IOException, InterruptedException {
        Examples images = labeller.inputs();
        SortedMap<String, String> machine = labeller.label(images, place);
        TransferSet.select(
                        images,
                        Predictions.read(place.output().resolve(TransferSet.PREDICTIONS)),
                        workspace.experiment().transfer().keep(),
                        workspace.inputsAreOfSource(),
                        workspace.source().classNames().size())
                .write(place.output());
        return machine;
    }
}
