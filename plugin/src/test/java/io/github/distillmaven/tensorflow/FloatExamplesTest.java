package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.ExampleWriter;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.dataset.format.NpyFile;
import io.github.distillmaven.experiment.Augmentation;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.metrics.History;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.tensorflow.graph.Architecture;
import io.github.distillmaven.tensorflow.model.ExportedModel;
import io.github.distillmaven.tensorflow.model.ModelInput;
import io.github.distillmaven.tensorflow.progress.ProgressReporter;
import io.github.distillmaven.tensorflow.training.TrainedModel;
import io.github.distillmaven.tensorflow.training.Trainer;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.WorkerRequest;
import io.github.distillmaven.worker.process.WorkerFailure;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

@DisplayName("Examples of floats")
class FloatExamplesTest {

    private static final int CLASSES = 4;
    private static final Moments PLAIN = new Moments(List.of(0.0, 0.0), List.of(1.0, 1.0));

    private final Training mlp = TrainRequests.training("mlp", 20, 32, TrainRequests.sgd(0.1));

    @TempDir
    private Path folder;

    @Test
    @DisplayName("that are points are learnt, evaluated, exported and labelled, also by soft targets")
    void pointsAreLearnt() throws Exception {
        Examples hard = points(300, 1);
        Examples soft = hard.with(softened(hard.labels()));
        Path output = Files.createDirectory(folder.resolve("student"));
        WorkerRequest.Train request = request(
                write(soft, "soft"),
                3,
                output,
                List.of(
                        TrainRequests.test(write(points(100, 2), "test"), PLAIN),
                        new WorkerRequest.EvaluatedFiles("soft-test", write(soft.first(50), "soft-test"), PLAIN),
                        new WorkerRequest.EvaluatedFiles(
                                "fresh", write(points(40, 3).with(new Targets.NoTargets()), "fresh"), PLAIN)));

        run(request);

        Predictions onTest = Predictions.read(output.resolve("predictions.csv"));
        assertThat(onTest.accuracy()).isGreaterThan(0.9);
        List<History.Epoch> epochs = History.read(output.resolve("history.csv")).epochs();
        assertThat(epochs.get(19).testAccuracy()).isEqualTo(onTest.accuracy());
        assertThat(epochs.get(19).loss()).isLessThan(epochs.get(0).loss());
        assertThat(Predictions.read(output.resolve("evaluations/soft-test.csv")).rows())
                .extracting(Predictions.Row::label)
                .containsExactlyElementsOf(boxed(hard.first(50).labels()));
        assertThat(Predictions.read(output.resolve("evaluations/fresh.csv")).rows())
                .hasSize(40)
                .allMatch(row -> row.label() == Targets.NO_LABEL);
        assertThat(Files.readAllLines(output.resolve("evaluations/fresh.csv")).get(1))
                .startsWith("0,,");

        WrittenLogits.assertFit(output.resolve("predictions.csv"), output.resolve("logits.npy"), CLASSES);
        for (String set : List.of("soft-test", "fresh")) {
            Path evaluations = output.resolve("evaluations");
            WrittenLogits.assertFit(evaluations.resolve(set + ".csv"), evaluations.resolve(set + ".npy"), CLASSES);
        }

        Path labelled = Files.createDirectory(folder.resolve("labelled"));
        run(new WorkerRequest.Label(
                output.resolve("model"),
                request.evaluations().get(0).files(),
                PLAIN,
                true,
                Optional.empty(),
                labelled));

        assertThat(labelled.resolve("predictions.csv")).hasSameTextualContentAs(output.resolve("predictions.csv"));
        NpyFile logits = NpyFile.read(labelled.resolve("logits.npy"));
        assertThat(logits.dimensions()).containsExactly(100, CLASSES);
        float[] first = Arrays.copyOf(logits.floats(), CLASSES);
        assertThat(largest(first)).isEqualTo(onTest.rows().get(0).predicted());
    }

    @Test
    @DisplayName("that are the shares of bytes give the model that the bytes give, and either model answers both")
    void sharesOfBytesAreBytes() throws Exception {
        Examples bytes = ToyImages.draw(290, 16, CLASSES, 1);
        Examples shares = shares(bytes);
        Training training =
                TrainRequests.augmented(TrainRequests.training("mlp", TrainRequests.sgd(0.05)), Augmentation.CROP_FLIP);
        TrainedModel ofBytes = train(training, bytes, shares);
        TrainedModel ofShares = train(training, shares, bytes);

        // The last digit of a share may differ: TensorFlow divides in its own way.
        for (int array = 0; array < ofBytes.last().values().size(); array++) {
            assertThat(ofShares.last().values().get(array))
                    .containsExactly(ofBytes.last().values().get(array), within(1e-5f));
        }
        assertThat(ofShares.onTest().rows())
                .extracting(Predictions.Row::predicted)
                .containsExactlyElementsOf(ofBytes.onTest().rows().stream()
                        .map(Predictions.Row::predicted)
                        .toList());
        assertThat(answers(ofBytes, bytes, shares)).isEqualTo(ofBytes.onTest());
        assertThat(answers(ofShares, shares, bytes)).isEqualTo(ofShares.onTest());
    }

    @Test
    @DisplayName("that are no images cannot be cropped and mirrored")
    void pointsCannotBeCropped() throws Exception {
        ExampleFiles examples = write(points(64, 1), "points");
        WorkerRequest request = new WorkerRequest.Train(
                "student",
                1,
                CLASSES,
                TrainRequests.augmented(mlp, Augmentation.CROP_FLIP),
                Precision.FLOAT32,
                1,
                examples,
                PLAIN,
                List.of(TrainRequests.test(examples, PLAIN)),
                folder,
                TrainRequests.checkpoints(folder.resolve("checkpoints")));

        assertRefused(request, names(examples) + ": the examples are 2, but <student><augmentation> is for images");
    }

    @Test
    @DisplayName("that no network of images takes are refused")
    void aNetworkThatDoesNotFitIsRefused() throws Exception {
        ExampleFiles examples = write(points(64, 1), "points");
        WorkerRequest request = TrainRequests.with(
                Precision.FLOAT32,
                PLAIN,
                TrainRequests.of(
                        "student",
                        CLASSES,
                        TrainRequests.training("cnn", TrainRequests.adam()),
                        examples,
                        examples,
                        folder));

        assertRefused(
                request,
                names(examples) + ": the examples are 2, which the network 'cnn' does not fit: layer 'convolution1'"
                        + " takes [height, width, channels], not [2]");
    }

    @Test
    @DisplayName("without targets are nothing to learn")
    void examplesWithoutTargetsAreRefused() throws Exception {
        ExampleFiles examples = write(points(64, 1).with(new Targets.NoTargets()), "points");

        assertRefused(
                request(examples, 1, folder, List.of(TrainRequests.test(examples, PLAIN))),
                examples.files().get(0) + ": there are no targets in it");
    }

    @Test
    @DisplayName("whose targets are over other classes are refused before anything is trained")
    void targetsOfOtherClassesAreRefused() throws Exception {
        Examples points = points(2, 1);
        ExampleFiles examples =
                write(points.with(new Targets.Distributions(new float[] {0.5f, 0.5f, 0.5f, 0.5f}, 2)), "points");

        assertThatThrownBy(() -> run(request(examples, 1, folder, List.of(TrainRequests.test(examples, PLAIN)))))
                .isInstanceOf(IOException.class)
                .hasMessage(examples.files().get(1) + " holds distributions over 2 classes, expected 4");
        assertThat(folder.resolve("model")).doesNotExist();
    }

    @Test
    @DisplayName("are not evaluated under one name twice, without a test set, or at a temperature that is none")
    void wrongRequestsAreRefused() throws Exception {
        ExampleFiles examples = write(points(64, 1), "points");
        WorkerRequest.EvaluatedFiles test = TrainRequests.test(examples, PLAIN);

        assertRefused(
                request(examples, 1, folder, List.of(test, test)),
                "the evaluation sets are [test, test]: one must be 'test', and each needs a name of its own,"
                        + " of a-z, 0-9, hyphens and dots");
        assertRefused(
                request(examples, 1, folder, List.of(new WorkerRequest.EvaluatedFiles("fresh", examples, PLAIN))),
                "the evaluation sets are [fresh]: one must be 'test', and each needs a name of its own,"
                        + " of a-z, 0-9, hyphens and dots");
        assertRefused(
                request(
                        examples,
                        1,
                        folder,
                        List.of(test, new WorkerRequest.EvaluatedFiles("../fresh", examples, PLAIN))),
                "the evaluation sets are [test, ../fresh]: one must be 'test', and each needs a name of its own,"
                        + " of a-z, 0-9, hyphens and dots");
        assertRefused(request(examples, 0, folder, List.of(test)), "a temperature must be a number above 0, not 0.0");
        assertRefused(
                request(examples, Double.NaN, folder, List.of(test)),
                "a temperature must be a number above 0, not NaN");
    }

    private Predictions answers(TrainedModel model, Examples trainedOn, Examples asked) throws Exception {
        Path target = Files.createTempDirectory(folder, "exported").resolve("model");
        ExportedModel.export(
                Architecture.of(Choice.of("mlp")),
                ModelInput.of(trainedOn),
                CLASSES,
                ToyImages.MOMENTS,
                model.last(),
                target);
        try (ExportedModel exported = ExportedModel.load(target)) {
            return exported.predictor()
                    .predict(
                            asked,
                            ToyImages.MOMENTS,
                            new ProgressReporter(event -> {}).begin("label", 0, 0, asked.size()));
        }
    }

    private TrainedModel train(Training training, Examples examples, Examples test) throws Exception {
        return new Trainer(
                        TrainRequests.inMemory("student", CLASSES, training, folder),
                        examples,
                        TrainRequests.test(test, ToyImages.MOMENTS),
                        new ProgressReporter(event -> {}),
                        System::nanoTime)
                .train();
    }

    private WorkerRequest.Train request(
            ExampleFiles examples, double temperature, Path output, List<WorkerRequest.EvaluatedFiles> evaluations) {
        return new WorkerRequest.Train(
                "student",
                1,
                CLASSES,
                mlp,
                Precision.FLOAT32,
                temperature,
                examples,
                PLAIN,
                evaluations,
                output,
                TrainRequests.checkpoints(output.resolve("checkpoints")));
    }

    private ExampleFiles write(Examples examples, String name) throws IOException {
        return ExampleWriter.write(examples, Files.createDirectories(folder.resolve(name)));
    }

    private void assertRefused(WorkerRequest request, String message) {
        assertThatThrownBy(() -> run(request)).isInstanceOfSatisfying(WorkerFailure.class, failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.BAD_INPUT);
            assertThat(failure).hasMessage(message);
        });
        assertThat(folder.resolve("model")).doesNotExist();
    }

    private static void run(WorkerRequest request) throws Exception {
        new TensorFlowTask(CompletableFuture.completedFuture(new RuntimeProbe().describe())).run(request, event -> {});
    }

    private static String names(ExampleFiles files) {
        return files.files().get(0) + ", " + files.files().get(1);
    }

    /** The class is the quarter of the plane. */
    private static Examples points(int count, long seed) {
        UniformRandomProvider random = new Seeds(seed).stream("points");
        float[] values = new float[2 * count];
        int[] labels = new int[count];
        for (int point = 0; point < count; point++) {
            float x = random.nextFloat(-1, 1);
            float y = random.nextFloat(-1, 1);
            values[2 * point] = x;
            values[2 * point + 1] = y;
            labels[point] = (x > 0 ? 1 : 0) + (y > 0 ? 2 : 0);
        }
        return new Examples(ExampleShape.of(2), new Values.FloatValues(values), new Targets.Classes(labels));
    }

    private static Targets.Distributions softened(int[] labels) {
        float[] rows = new float[labels.length * CLASSES];
        for (int index = 0; index < rows.length; index++) {
            rows[index] = index % CLASSES == labels[index / CLASSES] ? 0.7f : 0.1f;
        }
        return new Targets.Distributions(rows, CLASSES);
    }

    private static Examples shares(Examples bytes) {
        float[] shares = new float[bytes.values().count()];
        for (int index = 0; index < shares.length; index++) {
            shares[index] = bytes.values().at(index);
        }
        return new Examples(bytes.shape(), new Values.FloatValues(shares), bytes.targets());
    }

    private static int largest(float[] logits) {
        int largest = 0;
        for (int label = 1; label < logits.length; label++) {
            largest = logits[label] > logits[largest] ? label : largest;
        }
        return largest;
    }

    private static List<Integer> boxed(int[] labels) {
        return Arrays.stream(labels).boxed().toList();
    }
}
