package io.github.distillmaven.it;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Starts builds of one project, kills each at a random moment, and keeps account of what the kills struck. */
final class BuildKiller {

    /** Time in which a step's result is published, once its worker has ended. */
    private static final int PUBLICATION_MILLIS = 300;

    private static final Duration WORKERS_LIFE = Duration.ofSeconds(10);
    private static final long SEARCH_MILLIS = 50;
    private static final long WATCH_MILLIS = 2;
    private static final String RESUMED = "resumed from";

    private final TestProject project;
    private final Random random;
    private final Duration undisturbed;
    private final Map<Phase, Integer> atRandom = new EnumMap<>(Phase.class);
    private final Map<Phase, Integer> afterWorker = new EnumMap<>(Phase.class);
    private int halfPublished;
    private int resumed;

    /**
     * @param project what is built
     * @param random source of the moments
     * @param undisturbed how long a build takes that nobody kills
     */
    BuildKiller(TestProject project, Random random, Duration undisturbed) {
        this.project = project;
        this.random = random;
        this.undisturbed = undisturbed;
    }

    /** How many builds were killed. */
    int kills() {
        return sum(atRandom) + sum(afterWorker);
    }

    /**
     * Kills a build at a uniformly random moment of the time that an undisturbed one takes.
     *
     * @return the build if it ended before
     */
    Optional<Build> strike(String... goals) throws InterruptedException {
        Set<Path> before = halfPublished();
        RunningBuild build = project.start(goals);
        return kill(build, Duration.ofMillis(random.nextLong(undisturbed.toMillis())), before, atRandom);
    }

    /**
     * Kills a build while it publishes what its first worker made, or shortly after.
     *
     * @return the build if it ended before, or needed no worker
     */
    Optional<Build> strikeAfterWorker(String... goals) throws InterruptedException {
        Set<Path> before = halfPublished();
        RunningBuild build = project.start(goals);
        List<ProcessHandle> workers = List.of();
        while (workers.isEmpty()) {
            if (!build.isAlive()) {
                return ended(build);
            }
            Thread.sleep(SEARCH_MILLIS);
            workers = Workers.below(project.folder());
        }
        while (workers.get(0).isAlive()) {
            Thread.sleep(WATCH_MILLIS);
        }
        return kill(build, Duration.ofMillis(random.nextLong(PUBLICATION_MILLIS)), before, afterWorker);
    }

    private Optional<Build> kill(RunningBuild build, Duration delay, Set<Path> before, Map<Phase, Integer> account)
            throws InterruptedException {
        if (build.endsWithin(delay)) {
            return ended(build);
        }
        build.kill();
        countResumed(build);
        account.merge(Phase.of(build.lines()), 1, Integer::sum);
        if (!Workers.endWithin(WORKERS_LIFE, project.folder())) {
            throw new AssertionError("%s after Maven was killed these workers still run: %s"
                    .formatted(WORKERS_LIFE, Workers.below(project.folder())));
        }
        if (!before.containsAll(halfPublished())) {
            halfPublished++;
        }
        return Optional.empty();
    }

    private Optional<Build> ended(RunningBuild build) throws InterruptedException {
        countResumed(build);
        return Optional.of(build.await());
    }

    private void countResumed(RunningBuild build) {
        if (build.lines().stream().anyMatch(line -> line.contains(RESUMED))) {
            resumed++;
        }
    }

    private Set<Path> halfPublished() {
        return new HashSet<>(
                StoreFolder.filesBelow(project.store().resolve("v1").resolve("work")));
    }

    /** Where the kills struck, as a table. */
    String table() {
        StringBuilder table =
                new StringBuilder("%-14s %10s %14s%n".formatted("killed in", "at random", "after a worker"));
        for (Phase phase : Phase.values()) {
            table.append("%-14s %10s %14s%n"
                    .formatted(phase.label(), atRandom.getOrDefault(phase, 0), afterWorker.getOrDefault(phase, 0)));
        }
        return table.append("%s of %s kills left a half-written entry behind; %s builds resumed a training.%n"
                        .formatted(halfPublished, kills(), resumed))
                .toString();
    }

    private static int sum(Map<Phase, Integer> account) {
        return account.values().stream().mapToInt(Integer::intValue).sum();
    }
}
