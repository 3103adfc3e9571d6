package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.format.NpyFile;
import io.github.distillmaven.experiment.own.ModelUse;
import io.github.distillmaven.metrics.History;
import io.github.distillmaven.metrics.ModelResult;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.tensorflow.given.ForeignModels;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.WorkerRequest;
import io.github.distillmaven.worker.process.WorkerFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AdoptTaskTest {

    private static final int CLASSES = 4;
    private static final String PLACE = "<teacher><model> 'shop'";
    private static final ModelUse PLAIN = use(null, null, null, null);

    @TempDir
    Path folder;

    private Path model;
    private Path output;
    private ExampleFiles test;

    @BeforeEach
    void writeImages() throws IOException {
        model = folder.resolve("shop");
        output = Files.createDirectories(folder.resolve("output"));
        test = ToyImages.write(ToyImages.draw(120, 16, CLASSES, 2), folder, "t10k");
    }

    @Test
    void aModelOfAnotherSignatureShapeAndScaleIsTakenAsItIsAndTested() throws Exception {
        adopt(ForeignModels.counting(model), use(null, null, "points", 255.0));

        assertThat(Predictions.read(output.resolve("predictions.csv")).accuracy())
                .isEqualTo(1);
        WrittenLogits.assertFit(output.resolve("predictions.csv"), output.resolve("logits.npy"), CLASSES);
        assertThat(History.read(output.resolve("history.csv")).epochs()).isEmpty();
        ModelResult result = JsonMapper.shared().readValue(output.resolve("result.json"), ModelResult.class);
        assertThat(result)
                .usingRecursiveComparison()
                .ignoringFields("trainAccuracy", "initialWeights", "finalWeights")
                .isEqualTo(new ModelResult(0, 0, 120, 1, 0, "", ""));
        assertThat(result.trainAccuracy()).isNaN();
        assertThat(result.initialWeights()).hasSize(64).isEqualTo(result.finalWeights());
    }

    @Test
    void withoutItsScaleItAnswersOtherwise() throws Exception {
        adopt(ForeignModels.counting(model), use("score", "pixels", "points", null));

        // No pixel from 0 to 1 is above 200, so that every image is of the first of four classes.
        assertThat(Predictions.read(output.resolve("predictions.csv")).accuracy())
                .isEqualTo(0.25);
    }

    @Test
    void itLabelsAsItWasTested() throws Exception {
        adopt(ForeignModels.counting(model), use(null, null, null, 255.0));

        Path labelled = Files.createDirectories(folder.resolve("labelled"));
        run(new WorkerRequest.Label(
                output.resolve("model"), test, ToyImages.MOMENTS, true, Optional.empty(), labelled));

        assertThat(labelled.resolve("predictions.csv")).hasSameBinaryContentAs(output.resolve("predictions.csv"));
        assertThat(labelled.resolve("logits.npy")).hasSameBinaryContentAs(output.resolve("logits.npy"));
    }

    @Test
    void probabilitiesBecomeTheirLogarithms() throws Exception {
        ForeignModels.write(
                model,
                TUint8.class,
                Shape.of(-1, 256),
                List.of("serving_default"),
                (tf, pixels) -> Map.of("shares", tf.nn.softmax(ForeignModels.counts(tf, pixels))));

        adopt(model, PLAIN);

        float[] logits = NpyFile.read(output.resolve("logits.npy")).floats();
        double sum = 0;
        for (int index = 0; index < CLASSES; index++) {
            sum += Math.exp(logits[index]);
        }
        // One row of 16 pixels at 250 counts 16, the others nothing.
        assertThat(sum).isBetween(0.999, 1.001);
        assertThat(logits[0] - logits[1]).isBetween(15.99f, 16.01f);
    }

    @Test
    void aMeanAndADeviationAreAppliedToValuesFromZeroToOne() throws Exception {
        ModelUse normalised = new ModelUse(
                Optional.empty(),
                Optional.empty(),
                Optional.of("points"),
                Optional.empty(),
                List.of(0.0),
                List.of(1 / 255.0));

        adopt(ForeignModels.counting(model), normalised);

        assertThat(Predictions.read(output.resolve("predictions.csv")).accuracy())
                .isEqualTo(1);
    }

    @Test
    void anExportOfOursAnswersAsItDid() throws Exception {
        ExampleFiles training = ToyImages.write(ToyImages.draw(290, 16, CLASSES, 1), folder, "train");
        Path trained = Files.createDirectories(folder.resolve("trained"));
        run(TrainRequests.of(
                "teacher",
                CLASSES,
                TrainRequests.training("linear", TrainRequests.sgd(0.05)),
                training,
                test,
                trained));

        adopt(trained.resolve("model"), PLAIN);

        assertThat(Predictions.read(output.resolve("predictions.csv")).answers().predicted())
                .isEqualTo(Predictions.read(trained.resolve("predictions.csv"))
                        .answers()
                        .predicted());
        assertThat(output.resolve("logits.npy")).hasSameBinaryContentAs(trained.resolve("logits.npy"));
    }

    @Test
    void whatIsNoSavedModelIsRefused() throws Exception {
        Files.createDirectories(model);
        Files.writeString(model.resolve("saved_model.pb"), "not a graph");

        assertThatThrownBy(() -> adopt(model, PLAIN))
                .isInstanceOfSatisfying(
                        WorkerFailure.class,
                        failure -> assertThat(failure.getMessage())
                                .startsWith(PLACE + ": the model cannot be loaded as a SavedModel: "));
    }

    @Test
    void anOperationOfSomebodyElseIsRefused() throws Exception {
        Path graph = ForeignModels.counting(model).resolve("saved_model.pb");
        // Names of the same length leave the rest of the file as it is.
        String text = Files.readString(graph, StandardCharsets.ISO_8859_1).replace("MatMul", "ShopOp");
        Files.writeString(graph, text, StandardCharsets.ISO_8859_1);

        assertRefused(
                model,
                PLAIN,
                "the model uses the operation 'ShopOp', which TensorFlow itself does not have",
                "export it without operations of your own");
    }

    @Test
    void namesThatAreNeededOrUnknownAreListed() throws Exception {
        ForeignModels.write(
                model,
                TFloat32.class,
                Shape.of(-1, 16, 16, 1),
                List.of("score", "explain"),
                (tf, pixels) -> Map.of("a", ForeignModels.counts(tf, pixels), "b", ForeignModels.counts(tf, pixels)));

        assertRefused(
                model,
                PLAIN,
                "the model has 2 signatures, and <signature> names none; there are: explain, score",
                "name one of these in <signature>");
        assertRefused(
                model,
                use("scores", null, null, null),
                "the model has no signature 'scores', which <signature> names; there are: explain, score",
                "name one of these in <signature>");
        assertRefused(
                model,
                use("score", "image", null, null),
                "the model has no input 'image', which <input> names; there is: pixels",
                "name one of these in <input>");
        assertRefused(
                model,
                use("score", null, null, null),
                "the model has 2 outputs, and <output> names none; there are: a, b",
                "name one of these in <output>");
        assertRefused(
                model,
                use("score", null, "c", null),
                "the model has no output 'c', which <output> names; there are: a, b",
                "name one of these in <output>");
    }

    @Test
    void anotherTypeOfInputIsRefused() throws Exception {
        ForeignModels.write(
                model,
                TInt32.class,
                Shape.of(-1, 16, 16),
                List.of("score"),
                (tf, pixels) -> Map.of("points", ForeignModels.counts(tf, pixels)));

        assertRefused(
                model,
                PLAIN,
                "the model takes int32, but can only be given float32 or uint8",
                "export it with such an input");
    }

    @Test
    void aScaleForBytesIsRefused() throws Exception {
        ForeignModels.write(
                model,
                TUint8.class,
                Shape.of(-1, 16, 16),
                List.of("score"),
                (tf, pixels) -> Map.of("points", ForeignModels.counts(tf, pixels)));

        assertRefused(
                model,
                use(null, null, null, 2.0),
                "the model takes bytes from 0 to 255, which <scale>, <mean> and <deviation> cannot change",
                "remove these");
    }

    @Test
    void imagesOfAnotherSizeAreRefused() throws Exception {
        ForeignModels.write(
                model,
                TFloat32.class,
                Shape.of(-1, 32, 32, 3),
                List.of("score"),
                (tf, pixels) -> Map.of("points", ForeignModels.counts(tf, pixels)));

        assertRefused(
                model,
                PLAIN,
                "the model takes [n, 32, 32, 3], and the images are [n, 16, 16, 1]",
                "name a <dataset> of its images");
    }

    @Test
    void anotherNumberOfClassesIsRefused() throws Exception {
        ForeignModels.write(
                model,
                TFloat32.class,
                Shape.of(-1, 16, 16, 1),
                List.of("score"),
                (tf, pixels) -> Map.of(
                        "points",
                        tf.concat(
                                List.of(ForeignModels.counts(tf, pixels), ForeignModels.counts(tf, pixels)),
                                tf.constant(1))));

        assertRefused(
                model,
                PLAIN,
                "the model answers with 8 numbers, and there are 4 classes",
                "name another <output>, or a <dataset> of its classes");
    }

    @Test
    void anOutputThatIsNoRowForEachImageIsRefused() throws Exception {
        assertRefused(
                ForeignModels.counting(model),
                use(null, null, "brightness", null),
                "the model answers 32 images with [32], and not with a row for each",
                "name another <output>");
    }

    @Test
    void randomAnswersAreRefused() throws Exception {
        ForeignModels.write(
                model,
                TFloat32.class,
                Shape.of(-1, 16, 16, 1),
                List.of("score"),
                (tf, pixels) -> Map.of(
                        "points",
                        tf.math.add(
                                ForeignModels.counts(tf, pixels),
                                tf.random.randomUniform(tf.constant(new int[] {1, CLASSES}), TFloat32.class))));

        assertThatThrownBy(() -> adopt(model, PLAIN)).isInstanceOfSatisfying(WorkerFailure.class, failure -> {
            assertThat(failure.getMessage())
                    .matches(PLACE + ": the model answers the same image with [-0-9.E]+ and then with [-0-9.E]+");
            assertThat(failure.hint()).isEqualTo("export it for inference, without anything random such as dropout");
        });
    }

    @Test
    void answersThatAreNoNumbersAreRefused() throws Exception {
        ForeignModels.write(
                model,
                TFloat32.class,
                Shape.of(-1, 16, 16, 1),
                List.of("score"),
                (tf, pixels) -> Map.of(
                        "points",
                        tf.math.log(tf.math.neg(tf.math.add(ForeignModels.counts(tf, pixels), tf.constant(1f))))));

        assertRefused(
                model,
                PLAIN,
                "the model answers with NaN, which is not a finite number",
                "see that <scale>, or <mean> and <deviation>, give it the values that it was trained on");
    }

    private static ModelUse use(String signature, String input, String output, Double scale) {
        return new ModelUse(
                Optional.ofNullable(signature),
                Optional.ofNullable(input),
                Optional.ofNullable(output),
                Optional.ofNullable(scale),
                List.of(),
                List.of());
    }

    private void adopt(Path files, ModelUse use) throws Exception {
        run(new WorkerRequest.Adopt(
                PLACE, use, files, CLASSES, List.of(TrainRequests.test(test, ToyImages.MOMENTS)), output));
    }

    private static void run(WorkerRequest request) throws Exception {
        new TensorFlowTask(CompletableFuture.completedFuture(new RuntimeProbe().describe()))
                .run(request, new ArrayList<>()::add);
    }

    private void assertRefused(Path files, ModelUse use, String reason, String hint) {
        assertThatThrownBy(() -> adopt(files, use)).isInstanceOfSatisfying(WorkerFailure.class, failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.BAD_INPUT);
            assertThat(failure).hasMessage(PLACE + ": " + reason);
            assertThat(failure.hint()).isEqualTo(hint);
        });
        assertThat(output.resolve("result.json")).doesNotExist();
    }
}
