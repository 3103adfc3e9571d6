package io.github.distillmaven.tensorflow.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.tensorflow.ToyImages;
import io.github.distillmaven.tensorflow.TrainRequests;
import io.github.distillmaven.tensorflow.graph.Architecture;
import io.github.distillmaven.tensorflow.progress.ProgressReporter;
import io.github.distillmaven.tensorflow.training.TrainedModel;
import io.github.distillmaven.tensorflow.training.Trainer;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.process.WorkerFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExportedModelTest {

    private static final int CLASSES = 4;

    /** Of the size that most networks take. */
    private final Examples images = images(16);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linear",
                "mlp",
                "mlp-1200",
                "mlp-4x100",
                "cnn",
                "vgg11",
                "resnet18",
                "resnet26",
                "densenet-bc-40-12"
            })
    void answersAfterTheRoundTripAsItDidBefore(String network) throws Exception {
        TrainedModel trained = train(network);
        export(network, trained, folder.resolve("model"));
        assertThat(predict(folder.resolve("model"), imagesFor(network), ToyImages.MOMENTS))
                .isEqualTo(trained.onTest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "a [b-c] d", "{x,y}", "100% #1 [größer]", "(a) 'b' &c;", "~$HOME", "-x", "[", "]{"})
    void liesInAFolderOfAnyName(String name) throws Exception {
        liesIn(folder.resolve(name).resolve("model"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no file may have such a name there")
    void liesInAFolderWhoseNameIsAPattern() throws Exception {
        liesIn(folder.resolve("*?\\*[!a]\\").resolve("a\"b|c<d>:e").resolve("model"));
    }

    private void liesIn(Path model) throws Exception {
        Files.createDirectories(model.getParent());
        TrainedModel trained = train("linear");

        export("linear", trained, model);

        assertThat(files(model))
                .containsExactlyInAnyOrder(
                        Path.of("saved_model.pb"),
                        Path.of("variables", "variables.data-00000-of-00001"),
                        Path.of("variables", "variables.index"));
        assertThat(predict(model, ToyImages.MOMENTS)).isEqualTo(trained.onTest());
        assertThat(Path.of("").toAbsolutePath())
                .isDirectoryNotContaining(left -> left.getFileName().toString().matches("model\\d+"));
    }

    @Test
    void takesRawPixelsByItsSignature() throws Exception {
        TrainedModel trained = train("mlp");
        export("mlp", trained, folder.resolve("model"));
        try (SavedModelBundle bundle =
                        SavedModelBundle.load(folder.resolve("model").toString());
                Batch batch = new Batch(images, 3)) {
            batch.fill(new int[] {0, 1, 2}, 0);
            try (Result result = bundle.function("serving_default").call(Map.of("images", batch.values()))) {
                TInt64 classes = (TInt64) result.get("classes").orElseThrow();
                TFloat32 probabilities = (TFloat32) result.get("probabilities").orElseThrow();
                TFloat32 logits = (TFloat32) result.get("logits").orElseThrow();
                assertThat(logits.shape().asArray()).containsExactly(3, CLASSES);
                for (int image = 0; image < 3; image++) {
                    Predictions.Row expected = trained.onTest().rows().get(image);
                    assertThat(classes.getLong(image)).isEqualTo(expected.predicted());
                    assertThat(probabilities.getFloat(image, expected.predicted()))
                            .isEqualTo(expected.confidence());
                    float lowest = logits.getFloat(image, expected.leastLikely());
                    for (int label = 0; label < CLASSES; label++) {
                        assertThat(logits.getFloat(image, label)).isGreaterThanOrEqualTo(lowest);
                    }
                }
            }
        }
    }

    @Test
    void anotherNormalisationCanBeFed() throws Exception {
        export("mlp", train("mlp"), folder.resolve("model"));
        Moments other = new Moments(List.of(0.6), List.of(0.1));
        assertThat(predict(folder.resolve("model"), other).rows())
                .isNotEqualTo(
                        predict(folder.resolve("model"), ToyImages.MOMENTS).rows());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linear",
                "mlp",
                "mlp-1200",
                "mlp-4x100",
                "cnn",
                "vgg11",
                "resnet18",
                "resnet26",
                "densenet-bc-40-12"
            })
    void theSameTrainingWritesTheSameBytes(String network) throws Exception {
        export(network, train(network), folder.resolve("one"));
        export(network, train(network), folder.resolve("other"));
        List<Path> files = files(folder.resolve("one"));
        assertThat(files)
                .containsExactlyInAnyOrder(
                        Path.of("saved_model.pb"),
                        Path.of("variables", "variables.data-00000-of-00001"),
                        Path.of("variables", "variables.index"));
        assertThat(files(folder.resolve("other"))).isEqualTo(files);
        for (Path file : files) {
            assertThat(folder.resolve("other").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertBadInput(
                folder.resolve("nothing"),
                "cannot load the model in " + folder.resolve("nothing") + ": there is no such folder");
    }

    @Test
    void aFolderWithoutAModelIsNamed() {
        assertBadInput(
                folder,
                "cannot load the model in " + folder + ": Could not find SavedModel .pb or .pbtxt at supplied export "
                        + "directory path: " + folder + ". Check that the directory exists and that you have the right "
                        + "permissions for accessing it.");
    }

    private static void assertBadInput(Path folder, String message) {
        assertThatThrownBy(() -> ExportedModel.load(folder)).isInstanceOfSatisfying(WorkerFailure.class, failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.BAD_INPUT);
            assertThat(failure).hasMessage(message);
            assertThat(failure.hint()).isEqualTo("train it again");
        });
    }

    private TrainedModel train(String network) throws IOException, WorkerFailure {
        Examples known = imagesFor(network);
        return new Trainer(
                        TrainRequests.inMemory("teacher", CLASSES, training(network), folder),
                        known,
                        TrainRequests.test(known, ToyImages.MOMENTS),
                        new ProgressReporter(event -> {}),
                        System::nanoTime)
                .train();
    }

    private Examples imagesFor(String network) {
        int side = TrainRequests.side(network);
        return side == 16 ? images : images(side);
    }

    private static Examples images(int side) {
        return ToyImages.draw(200, side, CLASSES, 1);
    }

    private static Training training(String network) {
        return TrainRequests.training(network, TrainRequests.sgd(0.05));
    }

    private void export(String network, TrainedModel model, Path target) throws IOException {
        ExportedModel.export(
                Architecture.of(training(network).network()),
                ModelInput.of(imagesFor(network)),
                CLASSES,
                ToyImages.MOMENTS,
                model.last(),
                target);
    }

    private Predictions predict(Path folder, Moments moments) throws IOException, WorkerFailure {
        return predict(folder, images, moments);
    }

    private static Predictions predict(Path folder, Examples known, Moments moments) throws IOException, WorkerFailure {
        try (ExportedModel model = ExportedModel.load(folder)) {
            assertThat(model.shape()).isEqualTo(known.shape());
            return model.predictor()
                    .predict(known, moments, new ProgressReporter(event -> {}).begin("label", 0, 0, known.size()));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }
}
