package io.github.distillmaven.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.dataset.ImageSet;
import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.metrics.History;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.WorkerFailure;
import io.github.distillmaven.worker.WorkerRequest;
import org.apache.commons.rng.UniformRandomProvider;

/** Trains one model from scratch and evaluates it after every epoch. The model after the last epoch is the result. */
final class Trainer {

    private final WorkerRequest.Train request;
    private final ImageSet examples;
    private final ImageSet test;
    private final ProgressReporter progress;
    private final LearningRate learningRate;
    private long step;
    private Predictions onTest;

    /**
     * @param examples images to learn, with labels below the request's number of classes; not empty
     * @param test images to evaluate on, of the same shape; not empty
     */
    Trainer(WorkerRequest.Train request, ImageSet examples, ImageSet test, ProgressReporter progress) {
        this.request = request;
        this.examples = examples;
        this.test = test;
        this.progress = progress;
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
     * @throws WorkerFailure {@link FailureKind#DIVERGED}
     */
    TrainedModel train() throws WorkerFailure {
        Seeds seeds = new Seeds(request.seed());
        try (TrainingGraph graph =
                new TrainingGraph(request.training(), examples.shape(), request.classes(), request.examplesMoments())) {
            Weights initial = Weights.draw(graph.parameters(), seeds.stream(request.role() + "/initial-weights"));
            graph.begin(initial);
            Predictor predictor = new Predictor(graph.session());
            History history = runEpochs(graph, predictor, seeds.stream(request.role() + "/shuffling"));
            Weights last = Weights.read(graph.session(), graph.parameters());
            if (!last.finite()) {
                throw diverged("a weight", "infinite or NaN");
            }
            Predictions onExamples = predictor.predict(
                    examples,
                    request.examplesMoments(),
                    evaluation(request.training().epochs(), examples));
            return new TrainedModel(initial, last, history, onExamples.accuracy(), onTest);
        }
    }

    private History runEpochs(TrainingGraph graph, Predictor predictor, UniformRandomProvider shuffling)
            throws WorkerFailure {
        int epochs = request.training().epochs();
        int[] order = IntStream.range(0, examples.size()).toArray();
        List<History.Epoch> history = new ArrayList<>();
        try (Batches batches = new Batches(examples.shape(), request.training().batchSize())) {
            for (int epoch = 1; epoch <= epochs; epoch++) {
                ProgressReporter.Pass pass = progress.begin("train", epoch, epochs, examples.size());
                shuffle(order, shuffling);
                batches.forEach(examples, order, batch -> step(graph, batch, pass));
                onTest = predictor.predict(test, request.testMoments(), evaluation(epoch, test));
                history.add(
                        new History.Epoch(learningRate.at(step - 1), pass.loss(), pass.accuracy(), onTest.accuracy()));
            }
        }
        return new History(history);
    }

    private void step(TrainingGraph graph, Batch batch, ProgressReporter.Pass pass) throws WorkerFailure {
        TrainingGraph.StepOutcome outcome = graph.step(batch, learningRate.at(step), step);
        step++;
        if (!Float.isFinite(outcome.loss())) {
            throw diverged("the loss", Float.toString(outcome.loss()));
        }
        pass.add(batch.size(), outcome.correct(), outcome.loss());
    }

    private ProgressReporter.Pass evaluation(int epoch, ImageSet set) {
        return progress.begin("evaluate", epoch, request.training().epochs(), set.size());
    }

    private WorkerFailure diverged(String what, String value) {
        long stepsPerEpoch = learningRate.steps() / request.training().epochs();
        return new WorkerFailure(
                FailureKind.DIVERGED,
                "training of the %s diverged: %s became %s in epoch %d, step %d of %d"
                        .formatted(
                                request.role(),
                                what,
                                value,
                                (step - 1) / stepsPerEpoch + 1,
                                (step - 1) % stepsPerEpoch + 1,
                                stepsPerEpoch),
                "lower the learning rate, which is " + learningRate.initial());
    }

    /** Fisher and Yates. */
    private static void shuffle(int[] order, UniformRandomProvider random) {
        for (int last = order.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int moved = order[last];
            order[last] = order[other];
            order[other] = moved;
        }
    }
}
