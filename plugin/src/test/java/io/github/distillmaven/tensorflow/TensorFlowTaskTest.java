package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.metrics.History;
import io.github.distillmaven.metrics.ModelResult;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.WorkerRequest;
import io.github.distillmaven.worker.process.WorkerFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TensorFlowTaskTest {

    private static final int CLASSES = 4;

    private final List<Event> events = new ArrayList<>();
    private final Training training = TrainRequests.training("linear", TrainRequests.sgd(0.05));

    @TempDir
    Path folder;

    private ExampleFiles examples;
    private ExampleFiles test;

    @BeforeEach
    void writeImages() throws IOException {
        examples = ToyImages.write(ToyImages.draw(290, 16, CLASSES, 1), folder, "train");
        test = ToyImages.write(ToyImages.draw(120, 16, CLASSES, 2), folder, "t10k");
    }

    @Test
    void trainingWritesModelHistoryPredictionsAndResult() throws Exception {
        run(train(training, examples, test));

        assertThat(History.read(folder.resolve("history.csv")).epochs()).hasSize(3);
        assertThat(Predictions.read(folder.resolve("predictions.csv")).rows()).hasSize(120);
        WrittenLogits.assertFit(folder.resolve("predictions.csv"), folder.resolve("logits.npy"), CLASSES);
        ModelResult result = JsonMapper.shared().readValue(folder.resolve("result.json"), ModelResult.class);
        // 16 * 16 * 4 + 4 parameters.
        assertThat(result)
                .usingRecursiveComparison()
                .ignoringFields("initialWeights", "finalWeights")
                .isEqualTo(new ModelResult(290, 1, 120, 1, 1028, "", ""));
        assertThat(result.initialWeights()).hasSize(64).isNotEqualTo(result.finalWeights());
        assertThat(folder.resolve("model/saved_model.pb")).isRegularFile();
    }

    @Test
    void theFirstEventTellsWhatTensorFlowRunsOn() throws Exception {
        run(train(training, examples, test));

        assertThat(events.get(0)).isInstanceOfSatisfying(Event.Started.class, started -> {
            assertThat(started.tensorflowVersion()).startsWith("2.");
            assertThat(started.devices()).first().isEqualTo("CPU:0");
            assertThat(started.gpu()).isEqualTo(started.devices().contains("GPU:0"));
            assertThat(started.threads()).isPositive();
        });
    }

    @Test
    void labellingWritesWhatTheModelPredicts() throws Exception {
        run(train(training, examples, test));
        Path output = Files.createDirectory(folder.resolve("labelled"));

        run(new WorkerRequest.Label(folder.resolve("model"), test, ToyImages.MOMENTS, false, Optional.empty(), output));

        assertThat(Predictions.read(output.resolve("predictions.csv")))
                .isEqualTo(Predictions.read(folder.resolve("predictions.csv")));
    }

    @Test
    void aLabelBeyondTheClassesIsRefused() {
        assertThatThrownBy(() -> run(new WorkerRequest.Train(
                        "teacher",
                        1,
                        3,
                        training,
                        Precision.FLOAT32,
                        1,
                        examples,
                        ToyImages.MOMENTS,
                        List.of(TrainRequests.test(test, ToyImages.MOMENTS)),
                        folder,
                        TrainRequests.checkpoints(folder.resolve("checkpoints")))))
                .isInstanceOf(IOException.class)
                .hasMessage("Example 3 of " + examples.files().get(0) + " has label 3, expected 0 to 2");
        assertThat(folder.resolve("model")).doesNotExist();
    }

    @Test
    void oneClassIsRefused() {
        assertBadInput(
                TrainRequests.of("teacher", 1, training, examples, test, folder),
                "at least 2 classes are needed, not 1");
    }

    @Test
    void noImagesAreRefused() throws Exception {
        ExampleFiles none =
                ToyImages.write(Examples.ofBytes(ExampleShape.of(16, 16, 1), new byte[0], new byte[0]), folder, "none");
        assertBadInput(train(training, none, test), names(none) + ": there are no examples in it");
    }

    @Test
    void testImagesOfAnotherSizeAreRefused() throws Exception {
        ExampleFiles small = ToyImages.write(ToyImages.draw(10, 8, CLASSES, 1), folder, "small");
        assertBadInput(
                train(training, examples, small),
                names(small) + ": the examples are 8x8x1, but the training examples are 16x16x1");
    }

    @Test
    void imagesThatTheCnnCannotHalveTwiceAreRefused() throws Exception {
        ExampleFiles small = ToyImages.write(ToyImages.draw(10, 8, CLASSES, 1), folder, "small");
        assertBadInput(
                train(TrainRequests.training("cnn", TrainRequests.adam()), small, small),
                names(small)
                        + ": the examples are 8x8x1, which the network 'cnn' does not fit: layer 'convolution2' leaves no pixel");
    }

    @Test
    void aNormalisationOfOtherChannelsIsRefused() {
        Moments colour = new Moments(List.of(0.5, 0.5, 0.5), List.of(0.2, 0.2, 0.2));
        assertBadInput(
                new WorkerRequest.Train(
                        "teacher",
                        1,
                        CLASSES,
                        training,
                        Precision.FLOAT32,
                        1,
                        examples,
                        colour,
                        List.of(TrainRequests.test(test, ToyImages.MOMENTS)),
                        folder,
                        TrainRequests.checkpoints(folder.resolve("checkpoints"))),
                names(examples) + ": the examples are 16x16x1, but their normalisation has 3 means and 3 deviations");
    }

    @Test
    void imagesOfAnotherSizeThanTheModelsAreRefused() throws Exception {
        run(train(training, examples, test));
        ExampleFiles small = ToyImages.write(ToyImages.draw(10, 8, CLASSES, 1), folder, "small");
        assertBadInput(
                new WorkerRequest.Label(
                        folder.resolve("model"), small, ToyImages.MOMENTS, false, Optional.empty(), folder),
                names(small) + ": the examples are 8x8x1, but the model in " + folder.resolve("model")
                        + " takes 16x16x1");
    }

    @Test
    void aTrainingThatDivergesWritesNothing() {
        WorkerRequest request = train(TrainRequests.training("mlp", TrainRequests.sgd(1e30)), examples, test);
        assertThatThrownBy(() -> run(request))
                .isInstanceOfSatisfying(
                        WorkerFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.DIVERGED));
        assertThat(folder.resolve("model")).doesNotExist();
        assertThat(folder.resolve("result.json")).doesNotExist();
    }

    private WorkerRequest.Train train(Training training, ExampleFiles examples, ExampleFiles test) {
        return TrainRequests.of("teacher", CLASSES, training, examples, test, folder);
    }

    private void run(WorkerRequest request) throws Exception {
        new TensorFlowTask(CompletableFuture.completedFuture(new RuntimeProbe().describe())).run(request, events::add);
    }

    private void assertBadInput(WorkerRequest request, String message) {
        assertThatThrownBy(() -> run(request)).isInstanceOfSatisfying(WorkerFailure.class, failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.BAD_INPUT);
            assertThat(failure).hasMessage(message);
        });
    }

    private static String names(ExampleFiles files) {
        return files.files().get(0) + ", " + files.files().get(1);
    }
}
