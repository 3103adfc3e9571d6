package io.github.distillmaven.tensorflow;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.worker.Checkpoints;
import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.WorkerException;
import io.github.distillmaven.worker.launch.WorkerJvm;
import io.github.distillmaven.worker.launch.WorkerLaunch;
import io.github.distillmaven.worker.launch.WorkerLauncher;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A worker that is killed in the midst of its training")
class KilledWorkerTest {

    private static final int CLASSES = 4;
    private static final Training TRAINING = TrainRequests.training("cnn", 6, 16, TrainRequests.adam());

    private final List<Event> events = new ArrayList<>();

    @TempDir
    Path folder;

    private ExampleFiles examples;
    private ExampleFiles test;

    @Test
    void isContinuedToTheSameBytes() throws Exception {
        examples = ToyImages.write(ToyImages.draw(600, 20, CLASSES, 1), folder, "train");
        test = ToyImages.write(ToyImages.draw(120, 20, CLASSES, 2), folder, "t10k");
        Path undisturbed = run("undisturbed", event -> {});

        assertThatThrownBy(() -> run("killed", KilledWorkerTest::killAfterTheFirstEpoch))
                .isInstanceOf(WorkerException.class)
                .hasMessageContaining("the worker ended in epoch ");
        Path continued = run("killed", event -> {});

        assertThat(events).filteredOn(Event.Resumed.class::isInstance).hasSize(1);
        assertThat(events).noneMatch(Event.Warning.class::isInstance);
        assertThat(TrainingRun.contents(continued)).containsExactlyEntriesOf(TrainingRun.contents(undisturbed));
    }

    private static void killAfterTheFirstEpoch(Event event) {
        if (event instanceof Event.Progress at && at.epoch() > 1) {
            ProcessHandle.current()
                    .children()
                    .filter(child -> child.info().command().orElse("").contains("java"))
                    .forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Runs a worker and gives the folder that it wrote to. Runs of one name share their checkpoints. */
    private Path run(String name, Consumer<Event> listener) throws IOException, WorkerException, InterruptedException {
        events.clear();
        Path output = Files.createTempDirectory(folder, "output");
        List<Path> classpath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        WorkerLaunch launch = new WorkerLaunch(
                new WorkerJvm(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        classpath,
                        TensorFlowWorker.class.getName(),
                        List.of("-XX:TieredStopAtLevel=1"),
                        Map.of(
                                "TF_NUM_INTRAOP_THREADS",
                                "1",
                                "TF_NUM_INTEROP_THREADS",
                                "1",
                                "TF_DETERMINISTIC_OPS",
                                "1"),
                        List.of()),
                folder,
                TrainRequests.of(
                        "teacher",
                        CLASSES,
                        TRAINING,
                        examples,
                        test,
                        output,
                        new Checkpoints(folder.resolve("checkpoints of " + name), 1)),
                folder.resolve("worker.log"),
                "train-teacher");
        new WorkerLauncher().run(launch, event -> {
            events.add(event);
            listener.accept(event);
        });
        return output;
    }
}
