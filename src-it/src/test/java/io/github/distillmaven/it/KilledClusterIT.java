package io.github.distillmaven.it;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills what works for a build on a standalone cluster, as {@code kill -9} does. The number of kills is the property {@code
 * cluster.kills}, the seed of their moments the property {@code seed}.
 */
@DisplayName("A build on a cluster, whose processes are killed")
@EnabledIfSystemProperty(
        named = "cluster.kills",
        matches = "[1-9]\\d*",
        disabledReason = "it takes minutes; run it with -Dcluster.kills=10")
class KilledClusterIT {

    private static final String MASTER = "distill.cluster.master";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_BUILD = Duration.ofMinutes(15);
    private static final int LONGEST_DELAY_MILLIS = 5_000;
    private static final int KILLS_OF_A_BUILD = 5;

    private static SparkCluster cluster;

    private final long seed = Long.getLong("seed", new Random().nextLong());
    private final Random random = new Random(seed);

    @BeforeAll
    static void startCluster() throws Exception {
        cluster = SparkCluster.start("killed cluster spark", 2);
    }

    @AfterAll
    static void endCluster() {
        cluster.close();
    }

    @Test
    @DisplayName(
            "ends well with the bytes of one on this machine when executors and trainings are killed, and leaves no process")
    void outlivesItsExecutors() throws Exception {
        TestProject here = sample("cluster sample here");
        SortedMap<String, String> wanted = outputs(here.run("verify").orFail());
        assertThat(wanted).hasSizeGreaterThan(100);
        TestProject project = sample("cluster sample killed").with(MASTER, cluster.master());
        project.with("distill.cluster.options", "spark.executor.memory=512m spark.task.maxFailures=40");

        assertThat(outputs(project.run("verify").orFail())).as("undisturbed").isEqualTo(wanted);
        assertNothingRuns();

        int wantedKills = Integer.getInteger("cluster.kills");
        int executors = 0;
        int trainings = 0;
        int resumed = 0;
        while (executors + trainings < wantedKills) {
            project.startOver();
            RunningBuild build = project.start("verify");
            for (int kill = 0;
                    kill < KILLS_OF_A_BUILD && executors + trainings < wantedKills && build.isAlive();
                    kill++) {
                boolean executor = random.nextBoolean();
                if (kill(build, executor ? cluster::executors : cluster::trainings)) {
                    executors += executor ? 1 : 0;
                    trainings += executor ? 0 : 1;
                }
            }
            assertThat(build.endsWithin(LONGEST_BUILD)).isTrue();
            Build ended = build.await().orFail();
            resumed += ended.linesWith("resumed from").size();
            assertThat(outputs(ended)).as("seed %d", seed).isEqualTo(wanted);
            assertNothingRuns();
        }
        System.out.printf(
                "%d executors and %d trainings killed, %d trainings resumed, %d files the same, seed %d%n",
                executors, trainings, resumed, wanted.size(), seed);
    }

    @Test
    @DisplayName(
            "leaves no process when its driver or Maven is killed or interrupted, and the next build goes on from checkpoints")
    void goesOnAfterItsOwnEnd() throws Exception {
        TestProject project = small("cluster ended")
                .with(MASTER, cluster.master())
                .with("distill.cluster.options", "spark.executor.memory=512m");

        RunningBuild driverless = beginTraining(project);
        driver(project).destroyForcibly();
        Build failed = driverless.await();
        assertThat(failed.succeeded()).isFalse();
        System.out.println("Driver killed:\n" + failed.error());
        assertNothingRuns();

        RunningBuild interrupted = beginTraining(project);
        interrupted.interrupt();
        assertThat(interrupted.endsWithin(PATIENCE)).isTrue();
        assertNothingRuns();
        assertThat(interrupted.lines())
                .as("the build before was killed")
                .anyMatch(line -> line.contains("resumed from"));

        RunningBuild killed = beginTraining(project);
        killed.kill();
        assertNothingRuns();
        assertThat(Workers.endWithin(PATIENCE, project.folder())).isTrue();

        Build last = project.run("verify").orFail();
        assertThat(last.linesWith("resumed from")).isNotEmpty();
        assertThat(outputs(last))
                .isEqualTo(outputs(small("cluster not ended").run("verify").orFail()));
        assertThat(StoreFolder.filesBelow(last.experiment("garments-to-digits")))
                .noneMatch(file -> file.toString().contains("spark-"));
    }

    /** Kills one of several processes at a random moment; whether there was one before the build ended. */
    private boolean kill(RunningBuild build, Supplier<List<ProcessHandle>> targets) throws InterruptedException {
        await(build, () -> !cluster.trainings().isEmpty());
        build.endsWithin(Duration.ofMillis(random.nextLong(LONGEST_DELAY_MILLIS)));
        await(build, () -> !targets.get().isEmpty());
        List<ProcessHandle> found = targets.get();
        return !found.isEmpty() && found.get(random.nextInt(found.size())).destroyForcibly();
    }

    /** Starts a build, and waits until a training of it has saved itself. */
    private static RunningBuild beginTraining(TestProject project) throws InterruptedException {
        Path checkpoints = project.store().resolve("v1/checkpoints");
        List<Path> before = StoreFolder.filesBelow(checkpoints);
        RunningBuild build = project.start("verify");
        await(
                build,
                () -> !cluster.trainings().isEmpty()
                        && StoreFolder.filesBelow(checkpoints).stream()
                                .anyMatch(file -> !before.contains(file)
                                        && !file.getFileName().toString().startsWith("seen")));
        assertThat(build.isAlive()).as(String.join("\n", build.lines())).isTrue();
        return build;
    }

    private static void await(RunningBuild build, Supplier<Boolean> condition) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(3));
        while (build.isAlive() && !condition.get()) {
            assertThat(Instant.now()).as(String.join("\n", build.lines())).isBefore(end);
            Thread.sleep(20);
        }
    }

    /** The one JVM of a build on a cluster that runs in the build's folder and from an argument file. */
    private static ProcessHandle driver(TestProject project) {
        List<ProcessHandle> drivers = Workers.below(project.folder());
        assertThat(drivers).hasSize(1);
        return drivers.get(0);
    }

    private static void assertNothingRuns() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!cluster.executors().isEmpty() || !cluster.trainings().isEmpty()) {
            assertThat(Instant.now())
                    .as("executors %s, trainings %s", cluster.executors(), cluster.trainings())
                    .isBefore(end);
            Thread.sleep(100);
        }
    }

    /** Four replicates and two controls, on few images. */
    private static TestProject sample(String name) {
        return TestProject.sample(name)
                .with("distill.replicates", "4")
                .with("distill.controls", "shuffled,permuted-label-teacher")
                .with("distill.teacher.examples", "2000")
                .with("distill.transfer.examples", "2000")
                .with("distill.transfer.allowSmall", "true")
                .with("distill.haltOnFailure", "false")
                .with("distill.threads", "1")
                .with("distill.checkpointSeconds", "1");
    }

    private static TestProject small(String name) {
        return sample(name).with("distill.replicates", "2").with("distill.controls", "shuffled");
    }

    /** SHA-256 of all files of all steps, by path. */
    private static SortedMap<String, String> outputs(Build build) {
        Path folder = build.experiment("garments-to-digits");
        SortedMap<String, String> all = new TreeMap<>();
        for (Path record : StoreFolder.filesBelow(folder)) {
            if (record.endsWith("step.json")) {
                String step = folder.relativize(record.getParent()).toString();
                Results.outputs(build, "garments-to-digits", List.of(step)).forEach(all::put);
            }
        }
        return all;
    }
}
