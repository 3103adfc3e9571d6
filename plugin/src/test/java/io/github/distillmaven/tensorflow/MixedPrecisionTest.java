package io.github.distillmaven.tensorflow;

import java.nio.file.Path;
import java.util.Collections;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.tensorflow.graph.Architecture;
import io.github.distillmaven.tensorflow.model.ExportedModel;
import io.github.distillmaven.tensorflow.model.ModelInput;
import io.github.distillmaven.tensorflow.progress.ProgressReporter;
import io.github.distillmaven.tensorflow.training.TrainedModel;
import io.github.distillmaven.tensorflow.training.Trainer;
import io.github.distillmaven.worker.runtime.Processor;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

@DisplayName("A training in bfloat16")
class MixedPrecisionTest {

    private static final int CLASSES = 4;

    private final Examples images = ToyImages.draw(290, 16, CLASSES, 1);
    private final Training training = TrainRequests.training("cnn", TrainRequests.adam());

    @TempDir
    Path folder;

    @BeforeEach
    void needsTheInstructions() {
        assumeThatCode(() -> Processor.detect().require(Precision.BFLOAT16, null))
                .doesNotThrowAnyException();
    }

    @Test
    void learnsAsWellToOtherBitsAndEachTimeToTheSame() throws Exception {
        TrainedModel one = train(Precision.BFLOAT16);
        TrainedModel other = train(Precision.BFLOAT16);
        TrainedModel single = train(Precision.FLOAT32);
        assertThat(one.onTest().accuracy()).isEqualTo(1);
        assertThat(other.last().sha256()).isEqualTo(one.last().sha256());
        assertThat(other.onTest()).isEqualTo(one.onTest());
        assertThat(single.initial().sha256()).isEqualTo(one.initial().sha256());
        assertThat(single.last().sha256()).isNotEqualTo(one.last().sha256());
    }

    @Test
    void isEvaluatedAsTheExportedModelAnswers() throws Exception {
        TrainedModel trained = train(Precision.BFLOAT16);
        Path target = folder.resolve("model");
        ExportedModel.export(
                Architecture.of(training.network()),
                ModelInput.of(images),
                CLASSES,
                ToyImages.MOMENTS,
                trained.last(),
                target);
        try (ExportedModel model = ExportedModel.load(target)) {
            Predictions predictions = model.predictor()
                    .predict(
                            images,
                            ToyImages.MOMENTS,
                            new ProgressReporter(event -> {}).begin("label", 0, 0, images.size()));
            assertThat(predictions).isEqualTo(trained.onTest());
        }
    }

    /** Three channels are what oneDNN's results differ for from run to run, unless a fourth one is added. */
    @Test
    void givesTheSameBitsForColouredImages() throws Exception {
        Examples coloured = coloured();
        String first = trainResNet(coloured);
        for (int run = 0; run < 3; run++) {
            assertThat(trainResNet(coloured)).isEqualTo(first);
        }
    }

    private String trainResNet(Examples coloured) throws Exception {
        return train(Precision.BFLOAT16, TrainRequests.training("resnet18", 2, 32, TrainRequests.sgd(0.01)), coloured)
                .last()
                .sha256();
    }

    private static Examples coloured() {
        UniformRandomProvider random = new Seeds(1).stream("colours");
        ExampleShape shape = ExampleShape.of(32, 32, 3);
        byte[] pixels = new byte[96 * shape.values()];
        byte[] labels = new byte[96];
        random.nextBytes(pixels);
        for (int image = 0; image < labels.length; image++) {
            labels[image] = (byte) random.nextInt(CLASSES);
        }
        return Examples.ofBytes(shape, pixels, labels);
    }

    private TrainedModel train(Precision precision) throws Exception {
        return train(precision, training, images);
    }

    private TrainedModel train(Precision precision, Training training, Examples images) throws Exception {
        Moments moments = new Moments(
                Collections.nCopies(images.shape().channels(), 0.2),
                Collections.nCopies(images.shape().channels(), 0.3));
        return new Trainer(
                        TrainRequests.with(
                                precision, moments, TrainRequests.inMemory("teacher", CLASSES, training, folder)),
                        images,
                        TrainRequests.test(images, moments),
                        new ProgressReporter(event -> {}),
                        System::nanoTime)
                .train();
    }
}
