package io.github.distillmaven.tensorflow.stacked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.metrics.History;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.tensorflow.graph.Weights;
import io.github.distillmaven.tensorflow.model.Batches;
import io.github.distillmaven.tensorflow.progress.Tally;
import io.github.distillmaven.tensorflow.training.Course;
import io.github.distillmaven.tensorflow.training.LearningRate;
import io.github.distillmaven.tensorflow.training.ShuffledOrder;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.process.WorkerFailure;

/**
 * Trains several models of one dense network at once, each on its own examples, from its own weights and in its own order. Where they
 * learn all examples at once, an epoch is one step, nothing is shuffled, and there is no history; else the models are evaluated after every
 * epoch.
 */
final class SideBySideTrainer {

    private final StackedNetworks networks;
    private final StackedUpdate update;
    private final List<Course> courses;
    private final int examples;
    private final int batchSize;
    private final int epochs;
    private final Training training;
    private final boolean atOnce;
    private final LearningRate learningRate;
    private final float[] losses;
    private final float[] correct;
    private long steps;

    /**
     * @param training of all of them, without augmentation
     * @param temperature what logits are divided by before they are held against the targets; 1 for none
     * @param atOnce whether they learn all examples at once where a batch holds them
     * @param courses one for each network, with equal numbers of examples
     */
    SideBySideTrainer(
            StackedNetworks networks, Training training, double temperature, boolean atOnce, List<Course> courses) {
        this.networks = networks;
        this.atOnce = atOnce;
        this.courses = courses;
        examples = courses.get(0).lesson().size();
        batchSize = Math.min(training.batchSize(), examples);
        epochs = training.epochs();
        this.training = training;
        Optimizer optimizer = training.optimizer();
        update = networks.update(
                networks.kind().isAuxiliary(courses.get(0).lesson().examples().targets()), optimizer, temperature);
        learningRate = LearningRate.of(optimizer, epochs, Batches.count(examples, batchSize));
        losses = new float[courses.size()];
        Arrays.fill(losses, Float.NaN);
        correct = new float[courses.size()];
    }

    /**
     * Trains; to be called once.
     *
     * @return one for each course
     * @throws WorkerFailure {@link FailureKind#DIVERGED}
     */
    List<StackedOutcome> train() throws WorkerFailure {
        return train(() -> {});
    }

    /**
     * The same.
     *
     * @param afterEpoch called whenever all of them have learnt their batches once, unless they learn all examples at once
     */
    List<StackedOutcome> train(Runnable afterEpoch) throws WorkerFailure {
        List<Weights> initial = courses.stream()
                .map(course -> networks.draw(course.seeds().stream(training.initialization().stream(course.role()))))
                .toList();
        networks.begin(initial);
        update.begin();
        List<History> histories;
        try (StackedMoments moments = networks.moments(
                courses.stream().map(course -> course.lesson().moments()).toList())) {
            histories = atOnce && batchSize == examples ? trainOnAll(moments) : trainOnBatches(moments, afterEpoch);
        }
        List<Weights> last = networks.weights();
        List<StackedOutcome> outcomes = new ArrayList<>();
        for (int index = 0; index < courses.size(); index++) {
            if (!last.get(index).finite()) {
                throw diverged(index, "a weight", "infinite or NaN");
            }
            outcomes.add(new StackedOutcome(initial.get(index), last.get(index), losses[index], histories.get(index)));
        }
        return outcomes;
    }

    private List<History> trainOnAll(StackedMoments moments) throws WorkerFailure {
        int[] all = IntStream.range(0, examples).toArray();
        try (StackedBatch batch = networks.batch(examples)) {
            for (int index = 0; index < courses.size(); index++) {
                batch.fill(index, courses.get(index).lesson().examples(), all, 0);
            }
            while (steps < epochs) {
                update.step(batch, moments, learningRate.at(steps), steps, losses);
                endStep();
            }
        }
        return courses.stream().map(course -> new History(List.of())).toList();
    }

    private List<History> trainOnBatches(StackedMoments moments, Runnable afterEpoch) throws WorkerFailure {
        List<ShuffledOrder> orders = courses.stream().map(ShuffledOrder::of).toList();
        List<List<History.Epoch>> histories = courses.stream()
                .map(course -> (List<History.Epoch>) new ArrayList<History.Epoch>())
                .toList();
        int rest = examples % batchSize;
        try (StackedBatch whole = networks.batch(batchSize);
                StackedBatch last = rest == 0 ? null : networks.batch(rest)) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                orders.forEach(ShuffledOrder::shuffle);
                Tally[] tallies = new Tally[courses.size()];
                Arrays.fill(tallies, Tally.EMPTY);
                for (int from = 0; from < examples; from += batchSize) {
                    StackedBatch batch = last == null || from + batchSize <= examples ? whole : last;
                    step(batch, orders, from, moments, tallies);
                }
                List<Predictions> onTest = training.isTestedAfter(epoch + 1)
                        ? new StackedPredictor(networks)
                                .predict(courses.stream().map(Course::test).toList())
                        : List.of();
                for (int index = 0; index < courses.size(); index++) {
                    histories
                            .get(index)
                            .add(new History.Epoch(
                                    learningRate.at(steps - 1),
                                    tallies[index].loss(),
                                    tallies[index].accuracy(),
                                    onTest.isEmpty()
                                            ? Double.NaN
                                            : onTest.get(index).accuracy()));
                }
                afterEpoch.run();
            }
        }
        return histories.stream().map(History::new).toList();
    }

    private void step(StackedBatch batch, List<ShuffledOrder> orders, int from, StackedMoments moments, Tally[] tallies)
            throws WorkerFailure {
        for (int index = 0; index < courses.size(); index++) {
            batch.fill(
                    index,
                    courses.get(index).lesson().examples(),
                    orders.get(index).places(),
                    from);
        }
        update.step(batch, moments, learningRate.at(steps), steps, losses, correct);
        for (int index = 0; index < courses.size(); index++) {
            tallies[index] = tallies[index].plus(batch.size(), Math.round(correct[index]), losses[index]);
        }
        endStep();
    }

    private void endStep() throws WorkerFailure {
        steps++;
        for (int index = 0; index < losses.length; index++) {
            if (!Float.isFinite(losses[index])) {
                throw diverged(index, "the loss", Float.toString(losses[index]));
            }
        }
    }

    private WorkerFailure diverged(int index, String what, String value) {
        return new WorkerFailure(
                FailureKind.DIVERGED,
                "training of the %s diverged: %s became %s in step %s of %s"
                        .formatted(courses.get(index).whose(), what, value, steps, learningRate.steps()),
                "lower the learning rate, which is " + learningRate.initial());
    }
}
