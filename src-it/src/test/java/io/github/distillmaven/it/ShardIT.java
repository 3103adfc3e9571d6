package io.github.distillmaven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Three shards in three clones, each with a store of its own")
class ShardIT {

    private static final String THREE = Experiments.QUICK + "<threads>1</threads><replicates>3</replicates>";
    private static final int SHARDS = 3;

    @ParameterizedTest(name = "{0}")
    @DisplayName("are gathered from the carried stores to the pages of one build, without a worker")
    @CsvSource({
        "replicates, <controls>shuffled</controls>",
        "sweep, '<sweep><student.epochs>1, 2</student.epochs></sweep>'",
    })
    void areGathered(String name, String more) throws Exception {
        Build whole = clone(name + " whole", more).run("verify").orFail();
        TestProject gathering = clone(name + " gathering", more).with("distill.shard", "all/" + SHARDS);
        for (int shard = 1; shard <= SHARDS; shard++) {
            TestProject clone = clone(name + " shard " + shard, more).with("distill.shard", shard + "/" + SHARDS);
            clone.run("verify").orFail();
            FileUtils.copyDirectory(clone.store().toFile(), gathering.store().toFile());
            if (shard == SHARDS - 1) {
                Build early = gathering.withoutWorkers().run("verify");
                assertThat(early.error()).contains("Try: run shard 3 with the same settings (-Ddistill.shard=3/3)");
            }
        }

        Build gathered = gathering.withoutWorkers().run("clean", "verify").orFail();

        assertThat(gathered.linesWith("made in")).isEmpty();
        assertThat(pages(gathered)).hasSizeGreaterThan(5).isEqualTo(pages(whole));
    }

    private static TestProject clone(String name, String more) {
        return TestProject.withExecutions(name, TestProject.execution("x", THREE + more));
    }

    /** SHA-256 of all that was reported but for provenance, also of cells. */
    private static SortedMap<String, String> pages(Build build) throws IOException {
        SortedMap<String, String> all = new TreeMap<>(Results.reported(build, "x"));
        List<Path> cells;
        try (Stream<Path> folders = Files.list(build.experiment("x"))) {
            cells = folders.filter(folder -> folder.getFileName().toString().contains("="))
                    .toList();
        }
        cells.forEach(cell -> Results.reported(build, "x/" + cell.getFileName())
                .forEach((file, digest) -> all.put(cell.getFileName() + "/" + file, digest)));
        return all;
    }
}
