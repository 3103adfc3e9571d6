package io.github.distillmaven.pipeline;

import java.nio.file.Path;

import io.github.distillmaven.dataset.DatasetLayout;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.ImageFiles;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.dataset.Split;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.worker.Checkpoints;
import io.github.distillmaven.worker.WorkerRequest;

/** Brings a trained model into the folder of its step. Teacher and student differ in what they are trained on alone. */
final class ModelTrainer {

    private static final int SECONDS_BETWEEN_CHECKPOINTS = 60;

    private final Workspace workspace;
    private final StepExecutor executor;
    private final TensorFlowWorkers workers;

    ModelTrainer(Workspace workspace, StepExecutor executor, TensorFlowWorkers workers) {
        this.workspace = workspace;
        this.executor = executor;
        this.workers = workers;
    }

    /**
     * Trains a model, unless its result is to be had.
     *
     * @param definition of the step; its name is the model's role
     * @param examples what the model is trained on, with the labels it is to learn
     * @param moments normalisation of the examples
     */
    void train(StepDefinition definition, Training training, ImageFiles examples, Moments moments)
            throws StepFailedException, InterruptedException {
        StepName step = definition.step();
        DatasetSpec source = workspace.source();
        String label = workspace.label(step);
        executor.execute(
                definition,
                workspace.step(step),
                label,
                (output, log) -> workers.run(
                        new WorkerRequest.Train(
                                step.folder(),
                                workspace.experiment().seed(),
                                source.classNames().size(),
                                training,
                                examples,
                                moments,
                                DatasetLayout.files(source, workspace.data(source), Split.TEST),
                                source.moments(),
                                output,
                                checkpoints(definition)),
                        step.folder(),
                        label,
                        log));
    }

    private Checkpoints checkpoints(StepDefinition definition) {
        Path folder = workspace.folder().resolve("checkpoints").resolve(definition.key());
        return new Checkpoints(folder, SECONDS_BETWEEN_CHECKPOINTS);
    }
}
