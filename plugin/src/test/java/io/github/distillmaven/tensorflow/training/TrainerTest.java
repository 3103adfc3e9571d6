package io.github.distillmaven.tensorflow.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.Augmentation;
import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.metrics.History;
import io.github.distillmaven.tensorflow.ToyImages;
import io.github.distillmaven.tensorflow.TrainRequests;
import io.github.distillmaven.tensorflow.progress.ProgressReporter;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.process.WorkerFailure;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class TrainerTest {

    private static final int CLASSES = 4;

    // 290 = 9 * 32 + 2: every epoch ends with a smaller batch.
    private static final int TRAINED = 290;
    private static final int TESTED = 120;

    @TempDir
    Path folder;

    static Stream<Arguments> networksAndOptimizers() {
        // Four thin layers take longer to begin, and are for points.
        return Components.load(Network.class).all().stream()
                // Those with logits that stand for no class are trained side by side alone.
                .filter(network -> network.auxiliary() == 0)
                .map(Network::id)
                .filter(network -> !network.equals("mlp-4x100"))
                // The ResNet-18 stands for all deep ones here; ExportedModelTest trains each of them twice.
                .filter(network -> !TrainRequests.isDeep(network) || network.equals("resnet18"))
                .flatMap(network -> Stream.of(TrainRequests.adam(), TrainRequests.sgd(0.05))
                        .limit(TrainRequests.isDeep(network) ? 1 : 2)
                        .map(optimizer -> Arguments.of(network, optimizer)));
    }

    @ParameterizedTest
    @MethodSource("networksAndOptimizers")
    void learnsToTellToyImagesApart(String network, Optimizer optimizer) throws Exception {
        // The averages of batch normalisation follow weights that move fast with a delay.
        int epochs = TrainRequests.isDeep(network) ? 8 : 3;
        TrainedModel model = train("teacher", TrainRequests.training(network, epochs, 32, optimizer));
        assertThat(model.onTest().accuracy()).isEqualTo(1);
        assertThat(model.trainAccuracy()).isEqualTo(1);
        assertThat(model.history().epochs()).hasSize(epochs);
        History.Epoch first = model.history().epochs().get(0);
        History.Epoch last = model.history().epochs().get(epochs - 1);
        assertThat(last.loss()).isLessThan(first.loss());
        assertThat(last.testAccuracy()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("networksAndOptimizers")
    void twoRunsEndWithTheSameBits(String network, Optimizer optimizer) throws Exception {
        TrainedModel one = train("teacher", network, optimizer);
        TrainedModel other = train("teacher", network, optimizer);
        assertThat(other.last().sha256()).isEqualTo(one.last().sha256());
        assertThat(other.history()).isEqualTo(one.history());
        assertThat(other.onTest()).isEqualTo(one.onTest());
        assertThat(one.last().sha256()).isNotEqualTo(one.initial().sha256());
    }

    @Test
    void augmentationChangesWhatIsLearntAndNoOtherDraw() throws Exception {
        Training plain = TrainRequests.training("mlp", TrainRequests.adam());
        Training augmented = TrainRequests.augmented(plain, Augmentation.CROP_FLIP);
        TrainedModel one = train("teacher", augmented);
        assertThat(train("teacher", augmented).last().sha256())
                .isEqualTo(one.last().sha256());
        TrainedModel other = train("teacher", plain);
        assertThat(other.initial().sha256()).isEqualTo(one.initial().sha256());
        assertThat(other.last().sha256()).isNotEqualTo(one.last().sha256());
    }

    @Test
    void teacherAndStudentBeginWithDifferentWeights() throws Exception {
        TrainedModel teacher = train("teacher", "linear", TrainRequests.adam());
        TrainedModel student = train("student", "linear", TrainRequests.adam());
        assertThat(student.initial().sha256()).isNotEqualTo(teacher.initial().sha256());
    }

    @Test
    void aStudentBeginsWithTheWeightsThatItsTeacherBeganWithWhereItIsToldSo() throws Exception {
        TrainedModel teacher = train("teacher", "mlp", TrainRequests.adam());
        TrainedModel student = train("student", TrainRequests.withWeightsOfTheTeacher("mlp"));
        assertThat(student.initial().sha256()).isEqualTo(teacher.initial().sha256());
        // It learns the same images in an order of its own.
        assertThat(student.last().sha256()).isNotEqualTo(teacher.last().sha256());
    }

    @Test
    void initialWeightsFillTheIntervalOfTheirFanIn() throws Exception {
        float[] weights = train("teacher", "linear", TrainRequests.adam())
                .initial()
                .values()
                .get(0);
        // 16 * 16 inputs: 1/sqrt(256) = 1/16.
        assertThat(weights).hasSize(256 * CLASSES);
        float largest = 0;
        for (float weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        assertThat(largest).isBetween(0.99f / 16, 1f / 16);
    }

    @Test
    void theRateOfACosineIsWrittenIntoTheHistory() throws Exception {
        Optimizer optimizer = new Optimizer(Optimizer.Algorithm.SGD, 0.1, 0, 0, Choice.of("cosine"), 0);
        TrainedModel model = train("teacher", "linear", optimizer);
        // 10 steps per epoch, 30 in all; the last ones of the epochs are 9, 19 and 29.
        double[] expected = Stream.of(9, 19, 29)
                .mapToDouble(step -> 0.1 * (1 + Math.cos(Math.PI * step / 30)) / 2)
                .toArray();
        for (int epoch = 0; epoch < 3; epoch++) {
            assertThat(model.history().epochs().get(epoch).learningRate()).isCloseTo(expected[epoch], within(1e-12));
        }
    }

    @Test
    void testsWhenItIsToldToAndAfterTheLastEpochAndLearnsTheSame() throws Exception {
        Training often = TrainRequests.training("linear", TrainRequests.adam());
        Training seldom = new Training(
                often.network(),
                often.examples(),
                often.epochs(),
                often.batchSize(),
                often.augmentation(),
                often.optimizer(),
                often.initialization(),
                2);

        TrainedModel one = train("teacher", often);
        TrainedModel other = train("teacher", seldom);

        assertThat(other.last().sha256()).isEqualTo(one.last().sha256());
        assertThat(other.onTest().accuracy()).isEqualTo(one.onTest().accuracy());
        assertThat(other.history().epochs())
                .extracting(History.Epoch::testAccuracy)
                .containsExactly(
                        Double.NaN,
                        one.history().epochs().get(1).testAccuracy(),
                        one.history().epochs().get(2).testAccuracy());
    }

    @Test
    void labelsShuffledOverAllImagesTeachNothing() throws Exception {
        long seed = 5;
        Examples many = ToyImages.draw(800, 16, CLASSES, 1);
        int[] shuffled = many.labels();
        UniformRandomProvider random = new Seeds(seed).stream("shuffled-labels");
        for (int last = shuffled.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int moved = shuffled[last];
            shuffled[last] = shuffled[other];
            shuffled[other] = moved;
        }
        TrainedModel model = new Trainer(
                        TrainRequests.inMemory(
                                "student", CLASSES, TrainRequests.training("mlp", TrainRequests.adam()), folder),
                        many.with(new Targets.Classes(shuffled)),
                        TrainRequests.test(ToyImages.draw(800, 16, CLASSES, 2), ToyImages.MOMENTS),
                        new ProgressReporter(event -> {}),
                        System::nanoTime)
                .train();
        // All images of a class look alike: a model that learnt nothing may still send whole classes one way, so each
        // of
        // the 4 classes is right or wrong as one. Right on all, or on 3, would be knowledge.
        assertThat(model.onTest().accuracy()).as("seed %d", seed).isLessThanOrEqualTo(0.55);
    }

    @Test
    void aRateThatIsTooHighStopsWithWhereAndWhy() {
        assertThatThrownBy(() -> train("teacher", "mlp", TrainRequests.sgd(1e30)))
                .isInstanceOfSatisfying(WorkerFailure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(FailureKind.DIVERGED);
                    assertThat(failure)
                            .hasMessage(
                                    "training of the teacher diverged: the loss became NaN in epoch 1, step 2 of 10");
                    assertThat(failure.hint()).isEqualTo("lower the learning rate, which is 1.0E30");
                });
    }

    private TrainedModel train(String role, String network, Optimizer optimizer) throws IOException, WorkerFailure {
        return train(role, TrainRequests.training(network, optimizer));
    }

    private TrainedModel train(String role, Training training) throws IOException, WorkerFailure {
        int side = TrainRequests.side(training.network().id());
        return new Trainer(
                        TrainRequests.inMemory(role, CLASSES, training, folder),
                        ToyImages.draw(TRAINED, side, CLASSES, 1),
                        TrainRequests.test(ToyImages.draw(TESTED, side, CLASSES, 2), ToyImages.MOMENTS),
                        new ProgressReporter(event -> {}),
                        System::nanoTime)
                .train();
    }
}
