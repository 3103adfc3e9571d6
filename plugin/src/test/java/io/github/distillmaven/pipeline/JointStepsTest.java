package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.run.StorePolicy;
import io.github.distillmaven.pipeline.engine.Engine;
import io.github.distillmaven.pipeline.execution.JointSteps;
import io.github.distillmaven.pipeline.execution.LockedResults;
import io.github.distillmaven.pipeline.execution.PlannedStep;
import io.github.distillmaven.pipeline.execution.RecordingLog;
import io.github.distillmaven.pipeline.execution.RemoteAccess;
import io.github.distillmaven.pipeline.execution.StepExecutor;
import io.github.distillmaven.pipeline.execution.StepHistory;
import io.github.distillmaven.pipeline.execution.StepPlace;
import io.github.distillmaven.pipeline.execution.StepPlan;
import io.github.distillmaven.pipeline.execution.StoreAccess;
import io.github.distillmaven.pipeline.execution.Turn;
import io.github.distillmaven.pipeline.step.StepDefinition;
import io.github.distillmaven.pipeline.step.StepDefinitions;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.StepName;
import io.github.distillmaven.pipeline.step.TestWorkspace;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.provenance.LockFile;
import io.github.distillmaven.store.Store;
import io.github.distillmaven.store.StoreSession;
import io.github.distillmaven.worker.Together;
import io.github.distillmaven.worker.WorkerRequest;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Steps that an engine makes together")
class JointStepsTest {

    @TempDir
    private Path root;

    private final RecordingLog log = new RecordingLog();
    private final WritingEngine engine = new WritingEngine();
    private Workspace workspace;

    @BeforeEach
    void place() throws Exception {
        workspace = TestWorkspace.of(
                root.resolve("distill"), Map.of("preset", "two-dimensional", "replicates", "3", "seed", "5"));
    }

    @Test
    @DisplayName("are asked for once, and have a key, a folder and an entry each")
    void areAskedForOnce() throws Exception {
        run();

        assertThat(engine.asked).hasSize(1);
        assertThat(engine.asked.get(0).requests()).hasSize(3);
        assertThat(engine.asked.get(0).sideBySide()).isTrue();
        assertThat(lastLine()).matches("info: teacher: 3 made in \\d+\\.\\d s");
        assertThat(definitions().map(StepDefinition::key)).doesNotHaveDuplicates();
        for (Workspace replicate : workspace.replicates()) {
            assertThat(replicate.step(StepName.TEACHER).holds(definition(replicate)))
                    .isTrue();
            assertThat(replicate.step(StepName.TEACHER).path().resolve("finished"))
                    .hasContent(replicate.title(StepName.TEACHER));
        }

        run();
        assertThat(lastLine()).isEqualTo("info: teacher: 3 up to date");

        PathUtils.deleteDirectory(root.resolve("distill"));
        run();
        assertThat(lastLine()).isEqualTo("info: teacher: 3 restored from the store");
        assertThat(engine.asked).hasSize(1);
    }

    @Test
    @DisplayName("are made alone where the others are there")
    void areMadeWhereTheyAreMissing() throws Exception {
        run();
        Workspace second = workspace.replicates().get(1);
        PathUtils.deleteDirectory(second.step(StepName.TEACHER).path());
        PathUtils.deleteDirectory(root.resolve("store"));

        run();

        assertThat(lastLine()).matches("info: teacher: 2 up to date, 1 made in \\d+\\.\\d s");
        assertThat(engine.asked.get(1).requests()).hasSize(1);
    }

    @Test
    @DisplayName("are all open to be made again after a failure, which leaves none of them")
    void areOpenAfterAFailure() throws Exception {
        engine.failing = true;

        assertThatThrownBy(this::run)
                .isInstanceOf(StepFailedException.class)
                .hasMessage("train-teacher of experiment 'x', seed 5 and 2 more failed");

        for (Workspace replicate : workspace.replicates()) {
            assertThat(replicate.step(StepName.TEACHER).path()).doesNotExist();
        }
        engine.failing = false;
        run();
        assertThat(lastLine()).startsWith("info: teacher: 3 made");
    }

    private void run() throws StepFailedException, InterruptedException {
        StoreSession session = new StoreSession(root.resolve("store"));
        Turn turn = new Turn(workspace, session, System::nanoTime, log);
        List<PlannedStep.Source> steps = workspace.replicates().stream()
                .map(replicate -> (PlannedStep.Source) () ->
                        new PlannedStep(executor(replicate, session, turn), definition(replicate), plan(replicate)))
                .toList();
        turn.take("train-teacher", () -> new JointSteps(workspace, engine, log).run(steps));
    }

    private StepExecutor executor(Workspace part, StoreSession session, Turn turn) {
        StorePolicy policy = part.experiment().store();
        StoreAccess access =
                new StoreAccess(session, new Store(session, "x", policy.mode().writes(), log::warn), policy, log);
        LockFile lockFile = new LockFile(root.resolve(LockFile.NAME));
        return new StepExecutor(
                part,
                access,
                new RemoteAccess(Optional.empty(), policy, lockFile, session, Instant.now(), log),
                new StepHistory(part, access, log),
                new LockedResults(part, access, lockFile),
                turn,
                log);
    }

    private static StepPlan plan(Workspace part) {
        return new StepPlan() {
            @Override
            public Optional<WorkerRequest> request(StepPlace place) throws StepFailedException, IOException {
                return new ModelTrainer(part).teacher().request(place);
            }

            @Override
            public void finish(StepPlace place) throws IOException {
                Files.copy(place.output().resolve("made"), place.output().resolve("copy"));
                Files.writeString(place.output().resolve("finished"), part.title(StepName.TEACHER));
            }
        };
    }

    private Stream<StepDefinition> definitions() {
        return workspace.replicates().stream().map(JointStepsTest::definition);
    }

    private static StepDefinition definition(Workspace part) {
        return new StepDefinitions(part, new TreeMap<>()).teacher();
    }

    private String lastLine() {
        return log.lines().get(log.lines().size() - 1);
    }

    /** Writes a file for every request. */
    private static final class WritingEngine implements Engine {

        private final List<Together> asked = new ArrayList<>();
        private boolean failing;

        @Override
        public void fetchRuntime() {}

        @Override
        public int atOnce() {
            return 1;
        }

        @Override
        public int threads() {
            return 2;
        }

        @Override
        public SortedMap<String, String> environment() {
            return new TreeMap<>();
        }

        @Override
        public SortedMap<String, String> run(WorkerRequest request, String task, String label, Path workerLog)
                throws StepFailedException {
            if (failing) {
                throw new StepFailedException(label + " failed");
            }
            asked.add((Together) request);
            for (WorkerRequest each : asked.get(asked.size() - 1).requests()) {
                try {
                    Files.writeString(each.output().resolve("made"), "by the engine");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return new TreeMap<>();
        }
    }
}
