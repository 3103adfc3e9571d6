package io.github.distillmaven.tensorflow;

import java.util.function.LongSupplier;

import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Examples;
import io.github.distillmaven.metrics.History;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.WorkerFailure;
import io.github.distillmaven.worker.WorkerRequest;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Trains one model and evaluates it after every epoch. The model after the last epoch is the result. A training that was
 * broken off goes on from its last checkpoint, to the same bits.
 */
final class Trainer {

    private final WorkerRequest.Train request;
    private final Examples examples;
    private final Examples test;
    private final ProgressReporter progress;
    private final Checkpointer checkpointer;
    private final LearningRate learningRate;

    /**
     * @param examples images to learn, with labels below the request's number of classes; not empty
     * @param test images to evaluate on, of the same shape; not empty
     * @param nanoTime a clock such as {@link System#nanoTime}, for the checkpoints
     */
    Trainer(
            WorkerRequest.Train request,
            Examples examples,
            Examples test,
            ProgressReporter progress,
            LongSupplier nanoTime) {
        this.request = request;
        this.examples = examples;
        this.test = test;
        this.progress = progress;
        checkpointer = new Checkpointer(request.checkpoints(), nanoTime, progress);
        Optimizer optimizer = request.training().optimizer();
        long stepsPerEpoch = Batches.count(examples.size(), request.training().batchSize());
        learningRate = new LearningRate(
                optimizer.learningRate(),
                optimizer.schedule(),
                stepsPerEpoch * request.training().epochs());
    }

    /**
     * Trains; to be called once.
     *
     * @throws WorkerFailure {@link FailureKind#DIVERGED}; the checkpoint is gone then
     */
    TrainedModel train() throws WorkerFailure {
        try (TrainingGraph graph = new TrainingGraph(
                request.training(),
                request.precision(),
                examples.shape(),
                request.classes(),
                request.examplesMoments())) {
            return train(graph);
        } catch (WorkerFailure diverged) {
            checkpointer.discard();
            throw diverged;
        }
    }

    private TrainedModel train(TrainingGraph graph) throws WorkerFailure {
        Seeds seeds = new Seeds(request.seed());
        Weights initial = Weights.draw(graph.parameters(), seeds.stream(request.role() + "/initial-weights"));
        RestorableUniformRandomProvider augmentation = seeds.stream(request.role() + "/augmentation");
        TrainingState state = new TrainingState(
                request.training(),
                examples.size(),
                initial.sha256(),
                seeds.stream(request.role() + "/shuffling"),
                augmentation);
        if (checkpointer.restore(state, graph)) {
            progress.resumed(new Event.Resumed(state.epoch(), epochs(), state.stepsOfEpoch(), state.stepsPerEpoch()));
        } else {
            graph.begin(initial);
        }
        Predictions onTest = runEpochs(state, graph, augmentation);
        Weights last = Weights.read(graph.session(), graph.parameters());
        if (!last.finite()) {
            throw diverged("a weight", "infinite or NaN", state.steps());
        }
        Predictions onExamples = graph.predictor()
                .predict(
                        examples,
                        request.examplesMoments(),
                        progress.begin("evaluate-examples", epochs(), epochs(), examples.size()));
        return new TrainedModel(graph.trainedValues(), initial, last, state.history(), onExamples.accuracy(), onTest);
    }

    /** Gives what the model answers on the test set after the last epoch. */
    private Predictions runEpochs(TrainingState state, TrainingGraph graph, UniformRandomProvider augmentation)
            throws WorkerFailure {
        Predictions onTest = null;
        ExampleCopier copier = ExampleCopier.of(request.training().augmentation(), examples.shape(), augmentation);
        try (Batches batches = new Batches(examples.shape(), request.training().batchSize(), copier)) {
            while (!state.finished()) {
                state.beginEpoch();
                ProgressReporter.Pass pass =
                        progress.resume("train", state.epoch(), epochs(), examples.size(), state.tally());
                batches.forEach(
                        examples, state.order(), state.tally().done(), batch -> step(state, graph, batch, pass));
                onTest = evaluate(graph, state.epoch());
                state.endEpoch(new History.Epoch(
                        learningRate.at(state.steps() - 1),
                        state.tally().loss(),
                        state.tally().accuracy(),
                        onTest.accuracy()));
            }
        }
        // Without an epoch, there is nothing yet.
        return onTest == null ? evaluate(graph, 0) : onTest;
    }

    private Predictions evaluate(TrainingGraph graph, int epoch) {
        return graph.predictor()
                .predict(test, request.testMoments(), progress.begin("evaluate", epoch, epochs(), test.size()));
    }

    private void step(TrainingState state, TrainingGraph graph, Batch batch, ProgressReporter.Pass pass)
            throws WorkerFailure {
        long step = state.steps();
        TrainingGraph.StepOutcome outcome = graph.step(batch, learningRate.at(step), step);
        if (!Float.isFinite(outcome.loss())) {
            throw diverged("the loss", Float.toString(outcome.loss()), step + 1);
        }
        state.advance(pass.add(batch.size(), outcome.correct(), outcome.loss()));
        checkpointer.afterStep(state, graph);
    }

    private int epochs() {
        return request.training().epochs();
    }

    /** @param step the last one, from 1 */
    private WorkerFailure diverged(String what, String value, long step) {
        long stepsPerEpoch = learningRate.steps() / epochs();
        return new WorkerFailure(
                FailureKind.DIVERGED,
                "training of the %s diverged: %s became %s in epoch %s, step %s of %s"
                        .formatted(
                                request.role(),
                                what,
                                value,
                                (step - 1) / stepsPerEpoch + 1,
                                (step - 1) % stepsPerEpoch + 1,
                                stepsPerEpoch),
                "lower the learning rate, which is " + learningRate.initial());
    }
}
