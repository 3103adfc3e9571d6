package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.tensorflow.progress.ProgressReporter;
import io.github.distillmaven.worker.Checkpoints;
import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.WorkerRequest;
import io.github.distillmaven.worker.process.EventSink;
import io.github.distillmaven.worker.process.WorkerFailure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Trains on the same toy images again and again; what it writes can be compared to the byte. */
final class TrainingRun {

    private static final int CLASSES = 4;
    private static final int BATCH_SIZE = 32;
    static final int NEVER = Integer.MAX_VALUE;
    /** Between checkpoints a second passes, which is 4 looks: a checkpoint comes every other step or so. */
    static final long QUARTER_SECOND = Duration.ofMillis(250).toNanos();

    private final Path folder;
    private final ExampleFiles examples;
    private final ExampleFiles test;
    private final List<Event> events = new ArrayList<>();

    /** @param folder for all files */
    TrainingRun(Path folder) throws IOException {
        this.folder = folder;
        // 100 = 3 * 32 + 4: every epoch has 4 steps and ends with a smaller batch.
        examples = ToyImages.write(ToyImages.draw(100, 16, CLASSES, 1), folder, "train");
        test = ToyImages.write(ToyImages.draw(40, 16, CLASSES, 2), folder, "t10k");
    }

    /** A folder for the checkpoints of one training, not made yet. */
    Path newCheckpoints() throws IOException {
        return Files.createTempDirectory(folder, "checkpoints").resolve("key");
    }

    /** Trains without a checkpoint from before, and without being disturbed. */
    SortedMap<String, byte[]> undisturbed(Training training) throws IOException, WorkerFailure {
        return run("teacher", training, newCheckpoints(), new TicksPerLook(QUARTER_SECOND, NEVER));
    }

    /** Trains until the end, or until the clock breaks it off; gives the content of every file it wrote. */
    SortedMap<String, byte[]> run(String role, Training training, Path checkpoints, TicksPerLook clock)
            throws IOException, WorkerFailure {
        events.clear();
        Path output = Files.createTempDirectory(folder, "output");
        new TrainTask(new ProgressReporter(events::add, clock), clock)
                .run(request(role, training, checkpoints, output));
        return contents(output);
    }

    /**
     * Breaks a training of several epochs off in the second one, when two of its four steps are saved.
     *
     * @return folder of the checkpoint
     */
    Path brokenOff(Training training) throws IOException {
        Path checkpoints = newCheckpoints();
        // As long between two looks as between two checkpoints: every step is saved, and told.
        TicksPerLook clock = new TicksPerLook(Duration.ofSeconds(1).toNanos(), NEVER);
        EventSink untilTheThirdStep = event -> {
            if (event instanceof Event.Progress at
                    && at.phase().equals("train")
                    && at.epoch() == 2
                    && at.done() == 3 * BATCH_SIZE) {
                throw new TicksPerLook.BrokenOff();
            }
        };
        Path output = Files.createTempDirectory(folder, "output");
        WorkerRequest.Train request = request("teacher", training, checkpoints, output);
        assertThatThrownBy(() -> new TrainTask(new ProgressReporter(untilTheThirdStep, clock), clock).run(request))
                .isInstanceOf(TicksPerLook.BrokenOff.class);
        return checkpoints;
    }

    private WorkerRequest.Train request(String role, Training training, Path checkpoints, Path output) {
        return TrainRequests.of(role, CLASSES, training, examples, test, output, new Checkpoints(checkpoints, 1));
    }

    /** Events of one type of the last run. */
    <T extends Event> List<T> events(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The warnings of the last run. */
    List<String> warnings() {
        return events(Event.Warning.class).stream().map(Event.Warning::message).toList();
    }

    static SortedMap<String, byte[]> contents(Path output) throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(output.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }
}
