package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.ExampleReader;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.tensorflow.progress.ProgressReporter;
import io.github.distillmaven.tensorflow.training.TrainedModel;
import io.github.distillmaven.tensorflow.training.Trainer;
import io.github.distillmaven.worker.WorkerRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Trains on published images from the folder that {@code DISTILL_TEST_DATA} names, laid out as data set and file. */
class MnistTest {

    private static final Moments MOMENTS = new Moments(List.of(0.1307), List.of(0.3081));

    @TempDir
    Path folder;

    @Test
    void aTenthOfAnEpochOfMnistIsEnoughForEightyFivePercent() throws Exception {
        String data = System.getenv("DISTILL_TEST_DATA");
        assumeTrue(data != null, "DISTILL_TEST_DATA does not name a folder with the published data sets");
        Path mnist = Path.of(data, "mnist");
        WorkerRequest.Train request = new WorkerRequest.Train(
                "teacher",
                1,
                10,
                TrainRequests.training("cnn", 1, 64, TrainRequests.sgd(0.05)),
                Precision.FLOAT32,
                1,
                TrainRequests.NO_FILES,
                MOMENTS,
                List.of(),
                Path.of("unused"),
                TrainRequests.checkpoints(folder.resolve("checkpoints")));

        TrainedModel model = new Trainer(
                        request,
                        read(mnist, "train", 6000),
                        TrainRequests.test(read(mnist, "t10k", 2000), MOMENTS),
                        new ProgressReporter(event -> {}),
                        System::nanoTime)
                .train();

        assertThat(model.onTest().accuracy()).isGreaterThan(0.85);
    }

    private Examples read(Path mnist, String part, int count) throws IOException {
        return ExampleReader.read(new ExampleFiles(
                        ExampleFiles.Format.ARRAYS,
                        List.of(
                                unpack(mnist, part + "-images-idx3-ubyte"),
                                unpack(mnist, part + "-labels-idx1-ubyte"))))
                .first(count);
    }

    private Path unpack(Path mnist, String name) throws IOException {
        Path unpacked = folder.resolve(name);
        try (InputStream content = new GZIPInputStream(Files.newInputStream(mnist.resolve(name + ".gz")))) {
            Files.copy(content, unpacked);
        }
        return unpacked;
    }
}
