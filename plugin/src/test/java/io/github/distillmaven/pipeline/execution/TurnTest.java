package io.github.distillmaven.pipeline.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.TestWorkspace;
import io.github.distillmaven.store.StoreSession;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The turn of a goal in an experiment's folder")
@Timeout(60)
class TurnTest {

    @TempDir
    private Path root;

    private final RecordingLog log = new RecordingLog();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Test
    @DisplayName("is waited for by another module of the same build")
    void isWaitedForByAnotherModule() throws Exception {
        StoreSession build = new StoreSession(root.resolve("store"));
        assertOneAfterTheOther(turn(build), turn(build));
    }

    @Test
    @DisplayName("is waited for by another build")
    void isWaitedForByAnotherBuild() throws Exception {
        assertOneAfterTheOther(
                turn(new StoreSession(root.resolve("store"))), turn(new StoreSession(root.resolve("other store"))));
    }

    private void assertOneAfterTheOther(Turn one, Turn other) throws Exception {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begun = new CountDownLatch(1);
        Future<?> second = threads.submit(() -> {
            begun.await();
            other.take("mislabel", () -> order.add("second"));
            return null;
        });
        one.take("train-teacher", () -> {
            begun.countDown();
            while (log.lines().isEmpty()) {
                Thread.sleep(10);
            }
            order.add("first");
        });
        second.get();

        assertThat(order).containsExactly("first", "second");
        assertThat(log.lines())
                .containsExactly("info: Experiment 'x': waiting, train-teacher of g:a (process %s) is at work in %s"
                        .formatted(ProcessHandle.current().pid(), root.resolve("x")));
        assertThat(root.resolve("x")).isEmptyDirectory();
    }

    @Test
    @DisplayName("is lost when somebody deletes the folder, and nobody else's is ended by its end")
    void isLostWhenSomebodyDeletesTheFolder() throws Exception {
        Turn first = turn(new StoreSession(root.resolve("store")));
        Turn second = turn(new StoreSession(root.resolve("store")));

        assertThatThrownBy(() -> first.take("train-teacher", () -> {
                    first.require();
                    deleteFolder();
                    second.take("train-teacher", () -> {
                        second.require();
                        assertThatThrownBy(first::require).isInstanceOf(StepFailedException.class);
                    });
                    first.require();
                }))
                .isInstanceOf(StepFailedException.class)
                .hasMessage(
                        "Experiment 'x': files in %s were deleted while this build worked there. Another build in this folder ran 'clean', perhaps. Run this build again when the other has ended; what it had finished is in the store."
                                .formatted(root.resolve("x")));
    }

    @Test
    @DisplayName("is taken with a warning where there can be no lock")
    void isTakenWithAWarningWhereThereCanBeNoLock() throws Exception {
        Path file = Files.createFile(root.resolve("x"));
        List<String> done = new ArrayList<>();

        turn(new StoreSession(root.resolve("store"))).take("report", () -> done.add("report"));

        assertThat(done).containsExactly("report");
        assertThat(log.lines())
                .containsExactly(
                        "warn: Experiment 'x': %1$s cannot be locked (java.nio.file.FileAlreadyExistsException: %1$s), so a second build in this folder could disturb this one."
                                .formatted(file));
    }

    private Turn turn(StoreSession session) throws Exception {
        return new Turn(TestWorkspace.of(root, Map.of()), session, System::nanoTime, log);
    }

    private void deleteFolder() {
        try {
            PathUtils.deleteDirectory(root.resolve("x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
