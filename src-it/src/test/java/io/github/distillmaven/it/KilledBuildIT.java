package io.github.distillmaven.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills whole builds as {@code kill -9} does. The number of kills is the property {@code kills} of this module, the seed of
 * their moments the property {@code seed}.
 */
@DisplayName("A build that is killed again and again")
class KilledBuildIT {

    /** Trains for seconds, with both optimizers, so that a kill finds something to interrupt. */
    private static final String SECONDS_LONG = """
            <teacher><epochs>2</epochs><examples>4000</examples></teacher>
            <transfer><examples>4000</examples><allowSmall>true</allowSmall></transfer>
            <student><epochs>1</epochs><optimizer>adam</optimizer><learningRate>0.001</learningRate></student>
            """;

    /** Of so many kills one is aimed at a publication, which takes too short a time to be hit by chance. */
    private static final int AIMED = 3;

    private final int kills = Integer.getInteger("it.kills");
    private final long seed = Long.getLong("seed", new Random().nextLong());

    @Test
    @DisplayName("ends with the bytes of an undisturbed one, and leaves nothing behind")
    void continuesToTheSameBytes() throws Exception {
        Instant started = Instant.now();
        SortedMap<String, String> wanted =
                outputs(project("undisturbed").start("clean", "verify").await());
        Duration undisturbed = Duration.between(started, Instant.now());
        TestProject project = project("killed");
        StoreFolder store = new StoreFolder(project.store());
        BuildKiller killer = new BuildKiller(project, new Random(seed), undisturbed);

        for (int build = 0; killer.kills() < kills; build++) {
            String[] goals = build % 2 == 0 ? new String[] {"clean", "verify"} : new String[] {"verify"};
            Optional<Build> ended = build % AIMED == 1 ? killer.strikeAfterWorker(goals) : killer.strike(goals);
            store.assertSound();
            if (ended.isPresent()) {
                assertThat(outputs(ended.get())).isEqualTo(wanted);
                project.startOver();
            }
        }
        Build last = project.run("verify");

        System.out.printf(
                "%s kills within %s s each, seed %s%n%s", kills, undisturbed.toSeconds(), seed, killer.table());
        assertThat(outputs(last)).as("seed %d", seed).isEqualTo(wanted);
        store.assertSound();
        assertThat(store.leftovers()).isEmpty();
        assertThat(Files.exists(last.experiment("x").resolve("work"))).isFalse();
        assertThat(StoreFolder.filesBelow(project.folder()))
                .map(Path::toString)
                .noneMatch(file -> file.endsWith(".part"));
    }

    private static TestProject project(String name) {
        return TestProject.withExecutions(name, TestProject.execution("x", SECONDS_LONG))
                .with("distill.checkpointSeconds", "1");
    }

    private static SortedMap<String, String> outputs(Build build) {
        return Results.outputs(build.orFail(), "x");
    }
}
