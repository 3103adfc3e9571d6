package io.github.distillmaven.pipeline;

import io.github.distillmaven.dataset.DatasetLayout;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.ImageFiles;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.dataset.Split;
import io.github.distillmaven.dataset.TransferSet;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.worker.Checkpoints;
import io.github.distillmaven.worker.WorkerRequest;

/** Brings a trained model into the folder of its step. Teacher and student differ in what they are trained on alone. */
final class ModelTrainer {

    private final Workspace workspace;
    private final StepExecutor executor;
    private final TensorFlowWorkers workers;

    ModelTrainer(Workspace workspace, StepExecutor executor, TensorFlowWorkers workers) {
        this.workspace = workspace;
        this.executor = executor;
        this.workers = workers;
    }

    /** Trains a student on the transfer set in this workspace, unless its result is to be had. */
    void trainStudent(StepDefinition definition) throws StepFailedException, InterruptedException {
        train(
                definition,
                workspace.experiment().student(),
                TransferSet.files(
                        workspace.step(StepName.TRANSFER).path(),
                        workspace.source().shape()),
                workspace.inputNormalizer().moments());
    }

    /**
     * Trains a teacher on the images of its data set, unless its result is to be had.
     *
     * @param training how
     */
    void trainTeacher(StepDefinition definition, Training training) throws StepFailedException, InterruptedException {
        DatasetSpec source = workspace.source();
        train(definition, training, DatasetLayout.files(source, workspace.data(source), Split.TRAIN), source.moments());
    }

    /**
     * Trains a model, unless its result is to be had.
     *
     * @param definition of the step; its name is the model's role
     * @param examples what the model is trained on, with the labels it is to learn
     * @param moments normalisation of the examples
     */
    private void train(StepDefinition definition, Training training, ImageFiles examples, Moments moments)
            throws StepFailedException, InterruptedException {
        StepName step = definition.step();
        DatasetSpec source = workspace.source();
        String label = workspace.label(step);
        executor.execute(
                definition,
                place -> workers.run(
                        new WorkerRequest.Train(
                                step.folder(),
                                workspace.experiment().seed(),
                                source.classNames().size(),
                                training,
                                workspace.experiment().run().precision(),
                                examples,
                                moments,
                                DatasetLayout.files(source, workspace.data(source), Split.TEST),
                                source.moments(),
                                place.output(),
                                new Checkpoints(
                                        place.checkpoints(),
                                        workspace.experiment().store().checkpointSeconds())),
                        workspace.title(step),
                        label,
                        place.log()));
    }
}
