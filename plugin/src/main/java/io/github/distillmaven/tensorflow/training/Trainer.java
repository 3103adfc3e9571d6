package io.github.distillmaven.tensorflow.training;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.metrics.History;
import io.github.distillmaven.metrics.ModelAnswers;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.tensorflow.graph.Objective;
import io.github.distillmaven.tensorflow.graph.Weights;
import io.github.distillmaven.tensorflow.model.Batch;
import io.github.distillmaven.tensorflow.model.Batches;
import io.github.distillmaven.tensorflow.model.ExampleCopier;
import io.github.distillmaven.tensorflow.model.ModelInput;
import io.github.distillmaven.tensorflow.progress.ProgressReporter;
import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.WorkerRequest;
import io.github.distillmaven.worker.process.WorkerFailure;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Trains one model and evaluates it after every epoch. The model after the last epoch is the result. A training that was
 * broken off goes on from its last checkpoint, to the same bits.
 */
public final class Trainer {

    private final WorkerRequest.Train request;
    private final Examples examples;
    private final List<EvaluatedExamples> evaluations;
    private final ProgressReporter progress;
    private final Checkpointer checkpointer;
    private final LearningRate learningRate;
    private final long dropout;

    /**
     * @param examples to learn, with targets of the request's number of classes; not empty
     * @param evaluations to evaluate on, of the same shape, none of them empty; the first one is the test set
     * @param nanoTime a clock such as {@link System#nanoTime}, for the checkpoints
     */
    public Trainer(
            WorkerRequest.Train request,
            Examples examples,
            List<EvaluatedExamples> evaluations,
            ProgressReporter progress,
            LongSupplier nanoTime) {
        this.request = request;
        this.examples = examples;
        this.evaluations = List.copyOf(evaluations);
        this.progress = progress;
        checkpointer = new Checkpointer(request.checkpoints(), nanoTime, progress);
        learningRate = LearningRate.of(
                request.training().optimizer(),
                request.training().epochs(),
                Batches.count(examples.size(), request.training().batchSize()));
        dropout = new Seeds(request.seed()).stream(request.role() + "/dropout").nextLong();
    }

    /**
     * Trains; to be called once.
     *
     * @throws WorkerFailure {@link FailureKind#DIVERGED}; the checkpoint is gone then
     */
    public TrainedModel train() throws WorkerFailure {
        try (TrainingGraph graph = new TrainingGraph(
                request.training(),
                request.precision(),
                ModelInput.of(examples),
                Objective.of(examples, request.classes(), request.temperature()),
                request.examplesMoments())) {
            return train(graph);
        } catch (WorkerFailure diverged) {
            checkpointer.discard();
            throw diverged;
        }
    }

    private TrainedModel train(TrainingGraph graph) throws WorkerFailure {
        Seeds seeds = new Seeds(request.seed());
        Weights initial = Weights.draw(
                graph.parameters(), seeds.stream(request.training().initialization().stream(request.role())));
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
        ModelAnswers onTest = runEpochs(state, graph, augmentation);
        Weights last = Weights.read(graph.session(), graph.parameters());
        if (!last.finite()) {
            throw diverged("a weight", "infinite or NaN", state.steps());
        }
        Predictions onExamples = graph.predictor()
                .predict(
                        examples,
                        request.examplesMoments(),
                        progress.begin("evaluate-examples", epochs(), epochs(), examples.size()));
        return new TrainedModel(
                graph.trainedValues(),
                initial,
                last,
                state.history(),
                onExamples.accuracy(),
                onTest,
                evaluateOthers(graph));
    }

    /** Gives what the model answers on the test set after the last epoch. */
    private ModelAnswers runEpochs(TrainingState state, TrainingGraph graph, UniformRandomProvider augmentation)
            throws WorkerFailure {
        ModelAnswers onTest = null;
        ExampleCopier copier = ExampleCopier.of(request.training().augmentation(), examples.shape(), augmentation);
        try (Batches batches = new Batches(
                examples,
                request.training().batchSize(),
                ModelInput.of(examples).bytes(),
                copier)) {
            while (!state.finished()) {
                state.beginEpoch();
                ProgressReporter.Pass pass =
                        progress.resume("train", state.epoch(), epochs(), examples.size(), state.tally());
                batches.forEach(state.order(), state.tally().done(), batch -> step(state, graph, batch, pass));
                boolean tested = request.training().isTestedAfter(state.epoch());
                onTest = tested ? evaluate(graph, evaluations.get(0), state.epoch()) : null;
                state.endEpoch(new History.Epoch(
                        learningRate.at(state.steps() - 1),
                        state.tally().loss(),
                        state.tally().accuracy(),
                        onTest == null ? Double.NaN : onTest.predictions().accuracy()));
            }
        }
        // Without an epoch, there is nothing yet.
        return onTest == null ? evaluate(graph, evaluations.get(0), 0) : onTest;
    }

    private ModelAnswers evaluate(TrainingGraph graph, EvaluatedExamples on, int epoch) {
        FloatBuffer logits =
                FloatBuffer.allocate(Math.multiplyExact(on.examples().size(), request.classes()));
        Predictions predictions = graph.predictor()
                .predict(
                        on.examples(),
                        on.moments(),
                        progress.begin(
                                "evaluate", epoch, epochs(), on.examples().size()),
                        logits);
        return ModelAnswers.of(predictions, logits.array());
    }

    private Map<String, ModelAnswers> evaluateOthers(TrainingGraph graph) {
        Map<String, ModelAnswers> others = new LinkedHashMap<>();
        for (EvaluatedExamples on : evaluations.subList(1, evaluations.size())) {
            others.put(on.name(), evaluate(graph, on, epochs()));
        }
        return others;
    }

    private void step(TrainingState state, TrainingGraph graph, Batch batch, ProgressReporter.Pass pass)
            throws WorkerFailure {
        long step = state.steps();
        TrainingGraph.StepOutcome outcome = graph.step(batch, learningRate.at(step), step, dropout);
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
