package io.github.distillmaven.tensorflow.stacked;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.distillmaven.experiment.Augmentation;
import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.metrics.History;
import io.github.distillmaven.tensorflow.ToyImages;
import io.github.distillmaven.tensorflow.TrainRequests;
import io.github.distillmaven.tensorflow.progress.ProgressReporter;
import io.github.distillmaven.tensorflow.training.Course;
import io.github.distillmaven.tensorflow.training.EvaluatedExamples;
import io.github.distillmaven.tensorflow.training.Lesson;
import io.github.distillmaven.tensorflow.training.TrainedModel;
import io.github.distillmaven.tensorflow.training.Trainer;
import io.github.distillmaven.worker.process.WorkerFailure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

@DisplayName("A training side by side")
class SideBySideTrainerTest {

    private static final int CLASSES = 4;
    private static final int AUXILIARY = 3;
    private static final Examples IMAGES = ToyImages.draw(100, 8, CLASSES, 1);
    private static final Examples TEST = ToyImages.draw(40, 8, CLASSES, 2);
    private static final StackedKind KIND = new StackedKind(Choice.of("mlp"), IMAGES.shape(), CLASSES);

    @TempDir
    private Path folder;

    /** Same initial weights, order, normalisation, schedule, momentum, limit of gradients and decay: but for rounding, they cannot differ. */
    @Test
    void comesToWhatASingleTrainingComesTo() throws Exception {
        // 100 images in batches of 32: the last one has 4.
        Training training = training(3, 32, optimizer(0.05));
        TrainedModel single = new Trainer(
                        TrainRequests.inMemory("student", CLASSES, training, folder),
                        IMAGES,
                        List.of(new EvaluatedExamples("test", TEST, ToyImages.MOMENTS)),
                        new ProgressReporter(event -> {}),
                        System::nanoTime)
                .train();

        StackedOutcome among =
                train(training, course(7, IMAGES), course(1, IMAGES)).get(1);

        assertThat(among.initial().sha256()).isEqualTo(single.initial().sha256());
        assertThat(largestDifference(among.last().row(), single.last().row())).isLessThan(1e-4);
        for (int epoch = 0; epoch < 3; epoch++) {
            History.Epoch one = single.history().epochs().get(epoch);
            History.Epoch other = among.history().epochs().get(epoch);
            assertThat(other.learningRate()).isEqualTo(one.learningRate());
            assertThat(other.loss()).isCloseTo(one.loss(), within(1e-4));
            assertThat(other.trainAccuracy()).isEqualTo(one.trainAccuracy());
            assertThat(other.testAccuracy()).isEqualTo(one.testAccuracy());
        }
    }

    @Test
    void beginsWithTheWeightsThatASingleTrainingBeginsWithWhereTheyAreTheTeachers() throws Exception {
        Training training = TrainRequests.withWeightsOfTheTeacher("mlp");
        TrainedModel single = new Trainer(
                        TrainRequests.inMemory("student", CLASSES, training, folder),
                        IMAGES,
                        List.of(new EvaluatedExamples("test", TEST, ToyImages.MOMENTS)),
                        new ProgressReporter(event -> {}),
                        System::nanoTime)
                .train();

        assertThat(train(training, course(1, IMAGES), course(7, IMAGES))
                        .get(0)
                        .initial()
                        .sha256())
                .isEqualTo(single.initial().sha256());
    }

    @Test
    void learnsDistributionsAsItLearnsClassesThatAreCertain() throws Exception {
        float[] rows = new float[IMAGES.size() * CLASSES];
        for (int index = 0; index < IMAGES.size(); index++) {
            rows[index * CLASSES + IMAGES.label(index)] = 1;
        }
        Examples certain = IMAGES.with(new Targets.Distributions(rows, CLASSES));
        Training training = training(2, 50, optimizer(0.05));

        String ofClasses = train(training, course(1, IMAGES), course(2, IMAGES))
                .get(0)
                .last()
                .sha256();

        assertThat(train(training, course(1, certain), course(2, IMAGES))
                        .get(0)
                        .last()
                        .sha256())
                .isEqualTo(ofClasses);
    }

    /** In the last layer, a logit without a loss has a gradient of 0. */
    @Test
    void learnsByThoseLogitsAloneThatLabelsAreAbout() throws Exception {
        float[] rows = new float[IMAGES.size() * (CLASSES + AUXILIARY)];
        for (int index = 0; index < IMAGES.size(); index++) {
            rows[index * (CLASSES + AUXILIARY) + CLASSES + IMAGES.label(index) % AUXILIARY] = 1;
        }
        Course ofClasses = course(1, IMAGES);
        Course ofOthers = course(1, IMAGES.with(new Targets.Distributions(rows, CLASSES + AUXILIARY)));
        StackedKind kind = new StackedKind(Choice.of("mlp-auxiliary"), IMAGES.shape(), CLASSES);
        Training training = new Training(kind.network(), 0, 10, 10, Augmentation.NONE, TrainRequests.adam());

        StackedOutcome classes = train(kind, training, ofClasses);
        StackedOutcome others = train(kind, training, ofOthers);

        assertThat(others.initial().sha256()).isEqualTo(classes.initial().sha256());
        assertThat(changedLogits(classes)).containsExactly(0, 1, 2, 3);
        assertThat(changedLogits(others)).containsExactly(4, 5, 6);
        for (StackedOutcome outcome : List.of(classes, others)) {
            History.Epoch last = outcome.history().epochs().get(9);
            assertThat(last.trainAccuracy()).isGreaterThan(0.9);
        }
        // What the network answers on the test set are classes, of which the second was told nothing.
        assertThat(classes.history().epochs().get(9).testAccuracy()).isGreaterThan(0.9);
        assertThat(others.history().epochs().get(9).testAccuracy()).isLessThan(0.9);
    }

    @Test
    void beginsWithNormalWeightsAndBiasesOfZeroWhereTheNetworkSaysSo() throws Exception {
        StackedKind kind = new StackedKind(Choice.of("mlp-auxiliary"), IMAGES.shape(), CLASSES);
        Training training = new Training(kind.network(), 0, 1, 100, Augmentation.NONE, TrainRequests.adam());

        List<float[]> initial =
                train(kind, training, course(1, IMAGES)).initial().values();

        double[] hidden = IntStream.range(0, initial.get(2).length)
                .mapToDouble(index -> initial.get(2)[index])
                .toArray();
        double squares = Arrays.stream(hidden).map(weight -> weight * weight).sum();
        // 256 * 256 weights with the deviation 1/16: that of the mean of their squares is 2.2e-5.
        assertThat(squares / hidden.length).isCloseTo(1 / 256.0, within(1e-4));
        assertThat(Arrays.stream(hidden).map(Math::abs).max().orElseThrow()).isGreaterThan(3 / 16.0);
        for (int layer = 0; layer < 3; layer++) {
            assertThat(initial.get(2 * layer + 1)).containsOnly(0);
        }
    }

    @Test
    void ofOneStepAnEpochHasNoHistory() throws Exception {
        assertThat(train(training(5, 100, optimizer(0.05)), course(1, IMAGES), course(2, IMAGES)))
                .allSatisfy(outcome -> assertThat(outcome.history().epochs()).isEmpty());
    }

    @Test
    void tellsOfEveryEpoch() throws Exception {
        AtomicInteger epochs = new AtomicInteger();
        try (StackedNetworks networks = new StackedNetworks(KIND, 2)) {
            new SideBySideTrainer(
                            networks,
                            training(3, 32, optimizer(0.05)),
                            1,
                            false,
                            List.of(course(1, IMAGES), course(2, IMAGES)))
                    .train(epochs::incrementAndGet);
        }
        assertThat(epochs).hasValue(3);
    }

    @Test
    void saysWhichModelDiverged() {
        assertThatThrownBy(() -> train(training(3, 32, optimizer(1e30)), course(3, IMAGES), course(4, IMAGES)))
                .isInstanceOf(WorkerFailure.class)
                .hasMessageMatching(
                        "training of the student of seed [34] diverged: the loss became (NaN|Infinity) in step \\d+ of 12");
    }

    private static double largestDifference(float[] one, float[] other) {
        assertThat(one).hasSameSizeAs(other);
        return IntStream.range(0, one.length)
                .mapToDouble(index -> Math.abs(one[index] - other[index]))
                .max()
                .orElseThrow();
    }

    private static List<StackedOutcome> train(Training training, Course... courses) throws WorkerFailure {
        try (StackedNetworks networks = new StackedNetworks(KIND, courses.length)) {
            return new SideBySideTrainer(networks, training, 1, true, List.of(courses)).train();
        }
    }

    private static StackedOutcome train(StackedKind kind, Training training, Course course) throws WorkerFailure {
        try (StackedNetworks networks = new StackedNetworks(kind, 2)) {
            return new SideBySideTrainer(networks, training, 1, true, List.of(course, course))
                    .train()
                    .get(0);
        }
    }

    /** Logits whose weights in the last layer are no longer what they were. */
    private static List<Integer> changedLogits(StackedOutcome outcome) {
        float[] before = outcome.initial().values().get(4);
        float[] after = outcome.last().values().get(4);
        int logits = CLASSES + AUXILIARY;
        return IntStream.range(0, logits)
                .filter(logit -> IntStream.range(0, before.length / logits)
                        .anyMatch(unit -> before[unit * logits + logit] != after[unit * logits + logit]))
                .boxed()
                .toList();
    }

    private static Course course(long seed, Examples examples) {
        return new Course(
                "student", seed, new Lesson(examples, ToyImages.MOMENTS), new Lesson(TEST, ToyImages.MOMENTS));
    }

    private static Training training(int epochs, int batchSize, Optimizer optimizer) {
        return new Training(KIND.network(), 0, epochs, batchSize, Augmentation.NONE, optimizer);
    }

    private static Optimizer optimizer(double rate) {
        return new Optimizer(Optimizer.Algorithm.SGD, rate, 0.9, 1e-3, Choice.of("cosine"), 0.5);
    }
}
