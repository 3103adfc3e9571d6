package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.Augmentation;
import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.network.ComposedNetwork;
import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.process.WorkerFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A training that was broken off")
class ResumedTrainingTest {

    private static final int NEVER = TrainingRun.NEVER;
    private static final long TICK = TrainingRun.QUARTER_SECOND;
    private static final Training LINEAR = TrainRequests.training("linear", TrainRequests.adam());

    @TempDir
    Path folder;

    private TrainingRun run;

    @BeforeEach
    void writeImages() throws IOException {
        run = new TrainingRun(folder);
    }

    static Stream<Arguments> networksAndOptimizers() {
        return Components.load(Network.class).all().stream()
                // Those with logits that stand for no class are trained side by side alone.
                .filter(network -> network.auxiliary() == 0)
                .map(Network::id)
                // What a deep network keeps, the ResNet-18 keeps too.
                .filter(network -> !TrainRequests.isDeep(network) || network.equals("resnet18"))
                .flatMap(network -> Stream.of(
                                new Optimizer(Optimizer.Algorithm.SGD, 0.05, 0.9, 0.001, Choice.of("cosine"), 0.5),
                                TrainRequests.adam())
                        .limit(TrainRequests.isDeep(network) ? 1 : 2)
                        .map(optimizer -> Arguments.of(network, optimizer)));
    }

    @ParameterizedTest
    @MethodSource("networksAndOptimizers")
    void writesTheSameBytesHoweverOftenItWas(String network, Optimizer optimizer) throws Exception {
        Training training = TrainRequests.training(network, optimizer);
        // Hardly any time passes: a checkpoint more would be a look more.
        TicksPerLook whole = clock(1, NEVER);
        SortedMap<String, byte[]> expected = run.run("teacher", training, run.newCheckpoints(), whole);
        assertThat(expected)
                .containsOnlyKeys(
                        "history.csv",
                        "logits.npy",
                        "predictions.csv",
                        "result.json",
                        Path.of("model", "saved_model.pb").toString(),
                        Path.of("model", "variables", "variables.data-00000-of-00001")
                                .toString(),
                        Path.of("model", "variables", "variables.index").toString());
        int repetitions = TrainRequests.isDeep(network) ? 1 : 3;
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int repetition = 0; repetition < repetitions; repetition++) {
            Path checkpoints = run.newCheckpoints();
            SortedMap<String, byte[]> actual = null;
            while (actual == null) {
                // Fewer looks than any whole run takes: only one that is resumed can come to its end.
                int looks = 1 + random.nextInt(whole.looks() - 1);
                actual = runOrBreakOff(training, checkpoints, clock(1 + random.nextLong(TICK), looks));
                assertThat(run.warnings()).as("seed %d", seed).isEmpty();
            }
            assertThat(run.events(Event.Resumed.class)).as("seed %d", seed).hasSize(1);
            assertSame(actual, expected, "seed " + seed);
        }
    }

    @Test
    void dropsWhatItWouldHaveDropped() throws Exception {
        Choice network = ComposedNetwork.read(
                        "small",
                        "<layers><dense><units>32</units></dense><relu/><dropout><rate>0.5</rate></dropout></layers>",
                        new ArrayList<>())
                .orElseThrow()
                .choice();
        Training training = new Training(network, 0, 2, 32, Augmentation.NONE, TrainRequests.sgd(0.05));
        TicksPerLook whole = clock(TICK, NEVER);
        SortedMap<String, byte[]> expected = run.run("teacher", training, run.newCheckpoints(), whole);
        for (int look = 1; look < whole.looks(); look += 3) {
            Path checkpoints = run.newCheckpoints();
            assertThat(runOrBreakOff(training, checkpoints, clock(TICK, look))).isNull();
            assertSame(run.run("teacher", training, checkpoints, clock(TICK, NEVER)), expected, "after look " + look);
        }
    }

    @ParameterizedTest
    @EnumSource(Augmentation.class)
    void writesTheSameBytesAtWhateverMomentItWas(Augmentation augmentation) throws Exception {
        Training training =
                TrainRequests.augmented(TrainRequests.training("linear", 2, 32, TrainRequests.adam()), augmentation);
        TicksPerLook whole = clock(TICK, NEVER);
        SortedMap<String, byte[]> expected = run.run("teacher", training, run.newCheckpoints(), whole);
        // Two epochs of four steps, with at least one look each.
        assertThat(whole.looks()).isGreaterThan(8);
        for (int look = 1; look < whole.looks(); look++) {
            Path checkpoints = run.newCheckpoints();
            assertThat(runOrBreakOff(training, checkpoints, clock(TICK, look))).isNull();
            assertSame(run.run("teacher", training, checkpoints, clock(TICK, NEVER)), expected, "after look " + look);
        }
    }

    @Test
    void goesOnFromItsLastStepIfOnlyTheFilesAreLost() throws Exception {
        Path checkpoints = run.newCheckpoints();
        SortedMap<String, byte[]> expected = run.run("teacher", LINEAR, checkpoints, clock(TICK, NEVER));

        SortedMap<String, byte[]> actual = run.run("teacher", LINEAR, checkpoints, clock(TICK, NEVER));

        assertSame(actual, expected, "again");
        assertThat(run.events(Event.Resumed.class)).containsExactly(new Event.Resumed(3, 3, 4, 4));
        assertThat(run.events(Event.Progress.class))
                .noneMatch(event -> event.phase().equals("train"));
    }

    @Test
    void countsItsProgressFromWhereItGoesOn() throws Exception {
        Path checkpoints = run.brokenOff(LINEAR);

        run.run("teacher", LINEAR, checkpoints, clock(TICK, NEVER));

        Event.Resumed resumed = run.events(Event.Resumed.class).get(0);
        assertThat(resumed).isEqualTo(new Event.Resumed(2, 3, 2, 4));
        // 64 of the 100 examples of the second epoch were done in two steps of 32.
        assertThat(run.events(Event.Progress.class).get(0))
                .extracting(Event.Progress::phase, Event.Progress::epoch, Event.Progress::done)
                .containsExactly("train", 2, 96L);
    }

    @Test
    void neverUsesADamagedCheckpoint() throws Exception {
        SortedMap<String, byte[]> expected = run.undisturbed(LINEAR);
        Path checkpoints = run.brokenOff(LINEAR);
        Path file = checkpoints.resolve("checkpoint.bin");
        byte[] sound = Files.readAllBytes(file);
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int sample = 0; sample < 10; sample++) {
            byte[] damaged = sound.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);

            assertSame(run.run("teacher", LINEAR, checkpoints, clock(TICK, NEVER)), expected, "seed " + seed);

            assertThat(run.events(Event.Resumed.class)).as("seed %d", seed).isEmpty();
            assertThat(run.warnings()).as("seed %d", seed).hasSize(1);
        }
    }

    @Test
    void saysThatACheckpointIsDamagedAndStartsFromTheBeginning() throws Exception {
        SortedMap<String, byte[]> expected = run.undisturbed(LINEAR);
        Path checkpoints = run.brokenOff(LINEAR);
        Path file = checkpoints.resolve("checkpoint.bin");
        byte[] sound = Files.readAllBytes(file);
        sound[sound.length / 2]++;
        Files.write(file, sound);

        assertSame(run.run("teacher", LINEAR, checkpoints, clock(TICK, NEVER)), expected, "damaged");

        assertUnusable(checkpoints, "it is damaged: its bytes do not have the sum that it ends with");
    }

    @Test
    void doesNotGoOnWithAnotherNetwork() throws Exception {
        Training mlp = TrainRequests.training("mlp", TrainRequests.adam());
        SortedMap<String, byte[]> expected = run.undisturbed(mlp);
        Path checkpoints = run.brokenOff(LINEAR);

        assertSame(run.run("teacher", mlp, checkpoints, clock(TICK, NEVER)), expected, "mlp");

        // Weights and biases of one layer, or of three, each with the two moments of Adam.
        assertUnusable(checkpoints, "it holds 6 variables, but the training has 18");
    }

    @Test
    void doesNotGoOnWithAnotherOptimizer() throws Exception {
        Training sgd = TrainRequests.training("linear", TrainRequests.sgd(0.05));
        SortedMap<String, byte[]> expected = run.undisturbed(sgd);
        Path checkpoints = run.brokenOff(LINEAR);

        assertSame(run.run("teacher", sgd, checkpoints, clock(TICK, NEVER)), expected, "sgd");

        assertUnusable(checkpoints, "it holds 6 variables, but the training has 4");
    }

    @Test
    void doesNotGoOnWithOtherWeights() throws Exception {
        SortedMap<String, byte[]> expected = run.run("student", LINEAR, run.newCheckpoints(), clock(TICK, NEVER));
        Path checkpoints = run.brokenOff(LINEAR);

        assertSame(run.run("student", LINEAR, checkpoints, clock(TICK, NEVER)), expected, "student");

        assertUnusable(checkpoints, "it began with other weights");
    }

    @Test
    void doesNotGoOnBeyondItsLastEpoch() throws Exception {
        Training shorter = TrainRequests.training("linear", 1, 32, TrainRequests.adam());
        SortedMap<String, byte[]> expected = run.undisturbed(shorter);
        Path checkpoints = run.brokenOff(LINEAR);

        assertSame(run.run("teacher", shorter, checkpoints, clock(TICK, NEVER)), expected, "shorter");

        assertUnusable(checkpoints, "it is in epoch 2 of 1");
    }

    @Test
    void doesNotGoOnInTheMidstOfABatch() throws Exception {
        Training larger = TrainRequests.training("linear", 3, 48, TrainRequests.adam());
        SortedMap<String, byte[]> expected = run.undisturbed(larger);
        Path checkpoints = run.brokenOff(LINEAR);

        assertSame(run.run("teacher", larger, checkpoints, clock(TICK, NEVER)), expected, "larger");

        assertUnusable(checkpoints, "a step cannot end after 64 examples");
    }

    @Test
    void leavesNothingOfACheckpointThatWasBeingWritten() throws Exception {
        Path checkpoints = run.brokenOff(LINEAR);
        Files.writeString(checkpoints.resolve("checkpoint.0a1b.tmp"), "half of a checkp");

        run.run("teacher", LINEAR, checkpoints, clock(TICK, NEVER));

        assertThat(run.warnings()).isEmpty();
        assertThat(checkpoints).isDirectoryContaining("glob:**checkpoint.bin");
        assertThat(checkpoints).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void trainsWithoutCheckpointsWhereTheyCannotBeWritten() throws Exception {
        SortedMap<String, byte[]> expected = run.undisturbed(LINEAR);
        Path checkpoints = Files.createFile(folder.resolve("a-file"));

        assertSame(run.run("teacher", LINEAR, checkpoints, clock(TICK, NEVER)), expected, "without");

        assertThat(run.warnings())
                .containsExactly(("The checkpoint %s cannot be written: java.nio.file.FileAlreadyExistsException: %s. "
                                + "The training goes on, but if it is interrupted, it will not continue from here. See "
                                + "that there is space and that the folder can be written to.")
                        .formatted(checkpoints.resolve("checkpoint.bin"), checkpoints));
    }

    @Test
    void isForgottenIfItDiverged() throws Exception {
        Training diverging = TrainRequests.training("mlp", TrainRequests.sgd(1e30));
        Path checkpoints = run.newCheckpoints();

        // Every step is due: the first one is saved before the second one finds NaN.
        assertThatThrownBy(() -> run.run("teacher", diverging, checkpoints, clock(4 * TICK, NEVER)))
                .isInstanceOfSatisfying(
                        WorkerFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.DIVERGED));

        assertThat(checkpoints).isEmptyDirectory();
    }

    @Test
    void isNotSavedWithWeightsThatAreNoNumbers() throws Exception {
        // Beyond the largest float: the first step leaves infinite weights, the second one finds them.
        Training diverging = TrainRequests.training("linear", TrainRequests.sgd(1e39));
        Path checkpoints = run.newCheckpoints();
        for (int look = 1; look < 8; look++) {
            TicksPerLook clock = clock(4 * TICK, look);
            assertThatThrownBy(() -> run.run("teacher", diverging, checkpoints, clock))
                    .isInstanceOfAny(TicksPerLook.BrokenOff.class, WorkerFailure.class);
            assertThat(checkpoints.resolve("checkpoint.bin"))
                    .as("after look %d", look)
                    .doesNotExist();
        }
    }

    private SortedMap<String, byte[]> runOrBreakOff(Training training, Path checkpoints, TicksPerLook clock)
            throws IOException, WorkerFailure {
        try {
            return run.run("teacher", training, checkpoints, clock);
        } catch (TicksPerLook.BrokenOff broken) {
            return null;
        }
    }

    private static TicksPerLook clock(long tick, int lastLook) {
        return new TicksPerLook(tick, lastLook);
    }

    private void assertUnusable(Path checkpoints, String reason) {
        assertThat(run.events(Event.Resumed.class)).isEmpty();
        assertThat(run.warnings())
                .containsExactly("The checkpoint %s cannot be used: %s. The training starts from the beginning."
                        .formatted(checkpoints.resolve("checkpoint.bin"), reason));
    }

    private static void assertSame(SortedMap<String, byte[]> actual, SortedMap<String, byte[]> expected, String when) {
        assertThat(actual.keySet()).as(when).isEqualTo(expected.keySet());
        actual.forEach(
                (file, content) -> assertThat(content).as("%s, %s", file, when).isEqualTo(expected.get(file)));
    }
}
