package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.github.distillmaven.dataset.ImageFiles;
import io.github.distillmaven.dataset.ImageSet;
import io.github.distillmaven.dataset.ImageSetReader;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.Network;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.worker.WorkerRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class MnistTest {

    private static final Moments MOMENTS = new Moments(List.of(0.1307), List.of(0.3081));

    @Test
    void aTenthOfAnEpochOfMnistIsEnoughForEightyFivePercent() throws Exception {
        String data = System.getenv("DISTILL_TEST_DATA");
        assumeTrue(data != null, "DISTILL_TEST_DATA names no folder with mnist/train-images-idx3-ubyte and the others");
        Path folder = Path.of(data, "mnist");
        assumeTrue(Files.exists(folder.resolve("train-images-idx3-ubyte")), folder + " has no unpacked MNIST");
        WorkerRequest.Train request = new WorkerRequest.Train(
                "teacher",
                1,
                10,
                new Training(Network.CNN, 1, 64, TrainRequests.sgd(0.01)),
                TrainRequests.NO_FILES,
                MOMENTS,
                TrainRequests.NO_FILES,
                MOMENTS,
                Path.of("unused"));

        TrainedModel model = new Trainer(
                        request,
                        read(folder, "train", 6000),
                        read(folder, "t10k", 2000),
                        new ProgressReporter(event -> {}))
                .train();

        assertThat(model.onTest().accuracy()).isGreaterThan(0.85);
    }

    private static ImageSet read(Path folder, String part, int count) throws IOException {
        ImageSet all = ImageSetReader.read(new ImageFiles(
                ImageFiles.Format.IDX,
                List.of(folder.resolve(part + "-images-idx3-ubyte"), folder.resolve(part + "-labels-idx1-ubyte"))));
        return new ImageSet(
                all.shape(),
                Arrays.copyOf(all.pixels(), count * all.shape().bytes()),
                Arrays.copyOf(all.labels(), count));
    }
}
