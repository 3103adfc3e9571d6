package io.github.distillmaven.pipeline.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.distillmaven.experiment.run.StorePolicy;
import io.github.distillmaven.pipeline.step.Predecessor;
import io.github.distillmaven.pipeline.step.StepDefinition;
import io.github.distillmaven.pipeline.step.StepDefinitions;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.StepName;
import io.github.distillmaven.pipeline.step.TestWorkspace;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.provenance.LockFile;
import io.github.distillmaven.store.Store;
import io.github.distillmaven.store.StoreSession;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Two builds in one folder")
@Timeout(60)
class StepExecutorTest {

    @TempDir
    private Path root;

    private final RecordingLog log = new RecordingLog();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** One build's goal {@code train-teacher}. */
    private final class Goal {

        private final Workspace workspace;
        private final Turn turn;
        private final StepExecutor executor;

        Goal(Map<String, String> written) throws Exception {
            workspace = TestWorkspace.of(root.resolve("distill"), written);
            StoreSession session = new StoreSession(root.resolve("store"));
            StorePolicy policy = workspace.experiment().store();
            Store store = new Store(session, "x", policy.mode().writes(), log::warn);
            StoreAccess access = new StoreAccess(session, store, policy, log);
            LockFile lockFile = new LockFile(root.resolve(LockFile.NAME));
            turn = new Turn(workspace, session, System::nanoTime, log);
            executor = new StepExecutor(
                    workspace,
                    access,
                    new RemoteAccess(Optional.empty(), policy, lockFile, session, Instant.now(), log),
                    new StepHistory(workspace, access, log),
                    new LockedResults(workspace, access, lockFile),
                    turn,
                    log);
        }

        StepDefinition definition() {
            return new StepDefinitions(workspace, new TreeMap<>()).teacher();
        }

        void run(StepWork work) throws StepFailedException, InterruptedException {
            turn.take("train-teacher", () -> executor.execute(definition(), work));
        }
    }

    @Test
    @DisplayName("make a result once: the second waits and finds it there")
    void makeAResultOnce() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Goal second = new Goal(Map.of());
        Future<?> waiting = threads.submit(() -> {
            begun.await();
            second.run(place -> {
                throw new AssertionError("made twice");
            });
            return null;
        });
        Goal first = new Goal(Map.of());
        first.run(place -> {
            Files.writeString(place.log(), "of the first");
            Files.writeString(place.output().resolve("half"), "of the first");
            begun.countDown();
            while (log.lines().stream().noneMatch(line -> line.contains("waiting"))) {
                Thread.sleep(10);
            }
            assertThat(place.log()).hasContent("of the first");
            Files.writeString(place.output().resolve("weights"), "of the first");
            return new TreeMap<>();
        });
        waiting.get();

        assertThat(first.workspace.step(StepName.TEACHER).holds(first.definition()))
                .isTrue();
        assertThat(log.lines())
                .filteredOn(line -> line.contains("teacher: "))
                .last()
                .isEqualTo("info: teacher: up to date");
    }

    @Test
    @DisplayName("do not mix: what is left of one after a clean is neither kept nor in the other's result")
    void doNotMixAfterAClean() throws Exception {
        Goal first = new Goal(Map.of());
        Goal second = new Goal(Map.of("seed", "2"));

        assertThatThrownBy(() -> first.run(place -> {
                    PathUtils.deleteDirectory(root.resolve("distill"));
                    second.run(other -> {
                        Files.writeString(other.output().resolve("weights"), "of the second");
                        Files.createDirectories(place.output());
                        Files.writeString(place.output().resolve("weights"), "of the first");
                        return new TreeMap<>();
                    });
                    return new TreeMap<>();
                }))
                .isInstanceOf(StepFailedException.class)
                .hasMessageStartingWith("Experiment 'x': files in %s were deleted while this build worked there."
                        .formatted(root.resolve("distill/x")));

        assertThat(root.resolve("distill/x/teacher/weights")).hasContent("of the second");
        assertThat(log.lines())
                .noneMatch(line -> line.contains(first.definition().shortKey()));
        assertThatThrownBy(() -> new Goal(Map.of()).run(place -> {
                    throw new IOException("made now");
                }))
                .hasMessageEndingWith("java.io.IOException: made now");
    }

    @Test
    @DisplayName("and other settings: who finds the other's result says so")
    void withOtherSettings() throws Exception {
        Instant started = Instant.now().minusSeconds(1);
        Goal second = new Goal(Map.of("seed", "2"));
        second.run(place -> {
            Files.writeString(place.output().resolve("weights"), "of the second");
            return new TreeMap<>();
        });
        Workspace first = TestWorkspace.of(root.resolve("distill"), started, Map.of());

        assertThatThrownBy(() -> new Predecessor(first, "mislabel")
                        .require(new StepDefinitions(first, new TreeMap<>()).teacher()))
                .isInstanceOf(StepFailedException.class)
                .hasMessage(
                        "Experiment 'x': the teacher in %s was made with other settings (seed: 2 -> 1). It was written after this build began: another build, module or execution runs this experiment in the same folder with other settings. Run one after the other, or give each a name or a build folder of its own."
                                .formatted(root.resolve("distill/x/teacher")));
    }
}
