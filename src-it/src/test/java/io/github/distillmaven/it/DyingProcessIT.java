package io.github.distillmaven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A process that dies in the middle of training")
class DyingProcessIT {

    private static final String ENDLESS = """
            <teacher><network>linear</network><epochs>10000</epochs></teacher>
            """;

    @Test
    @DisplayName("is explained if it is the worker, and leaves nothing half-written")
    void killedWorker() throws Exception {
        TestProject project = TestProject.withExecutions(
                "killed-worker", TestProject.execution("x", ENDLESS, "fetch-data", "train-teacher"));
        CompletableFuture<Build> running = CompletableFuture.supplyAsync(() -> project.run("verify"));
        ProcessHandle worker = Workers.await();
        awaitTraining(project);

        worker.destroyForcibly();

        Build build = running.get(1, TimeUnit.MINUTES);
        assertThat(build.succeeded()).isFalse();
        Path left = build.experiment("x").resolve("work/teacher");
        assertThat(build.error())
                .contains("train-teacher of experiment 'x', seed 1")
                .contains("137")
                .containsPattern("epoch \\d+")
                .contains(left.resolve("worker.log").toString());
        assertThat(filesBelow(left)).containsExactly("worker.log");
        assertThat(build.experiment("x").resolve("teacher")).doesNotExist();
        assertThat(filesBelow(project.store().resolve("v1/work"))).isEmpty();
    }

    @Test
    @DisplayName("takes its worker along if it is Maven")
    void killedBuild() throws Exception {
        TestProject project = TestProject.withExecutions(
                "killed-build", TestProject.execution("x", ENDLESS, "fetch-data", "train-teacher"));
        CompletableFuture<Build> running = CompletableFuture.supplyAsync(() -> project.run("verify"));
        ProcessHandle worker = Workers.await();
        awaitTraining(project);

        worker.parent().orElseThrow().destroyForcibly();

        assertThat(worker.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
        assertThat(running.get(1, TimeUnit.MINUTES).succeeded()).isFalse();
    }

    /** The worker has loaded TensorFlow when it has written a line to its log, and trains soon after. */
    private static void awaitTraining(TestProject project) throws IOException, InterruptedException {
        Path log = project.folder().resolve("target/distill/x/work/teacher/worker.log");
        while (!Files.exists(log) || Files.size(log) == 0) {
            Thread.sleep(100);
        }
        Thread.sleep(5000);
    }

    private static List<String> filesBelow(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
