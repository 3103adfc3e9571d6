package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

import io.github.distillmaven.pipeline.step.StepFailedException;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

@DisplayName("Replicates that several builds share, with an engine in memory")
class ShardTest extends InMemoryExperiment {

    private static final Map<String, String> FOUR = and("replicates", "4");

    @Test
    @DisplayName("are gathered to what one build makes, and the gathering build makes nothing")
    void areGathered() throws Exception {
        assertGathered(FOUR);
    }

    @Test
    @DisplayName("whose inputs are shown to the teachers of other shards are gathered too")
    void ofMovedInputsAreGathered() throws Exception {
        Map<String, String> moved = and("replicates", "3");
        moved.putAll(Map.of(
                "transfer.inputs", "synthetic-digits",
                "transfer.attack", "pgd",
                "transfer.target", "next",
                "transfer.labels", "target"));

        assertGathered(moved);
    }

    @Test
    @DisplayName("each make their own alone, and report nothing")
    void makeTheirOwn() throws Exception {
        build(shard("2/3", FOUR));

        assertThat(engine.done())
                .containsExactlyInAnyOrder(
                        "train-teacher of experiment 'x', seed 2",
                        "mislabel of experiment 'x', seed 2",
                        "train-student of experiment 'x', seed 2",
                        "train-student of experiment 'x', seed 2, control shuffled");
        assertThat(root.resolve("distill/x/report")).doesNotExist();
        assertThat(log.lines())
                .anyMatch(
                        line -> line.contains(
                                "report: nothing to do in shard 2/3, which made 1 of 4 replicates. -Ddistill.shard=all/3 gathers them."));
    }

    @Test
    @DisplayName("may be more than there are replicates")
    void mayBeMore() throws Exception {
        build(shard("5/5", FOUR));

        assertThat(engine.done()).isEmpty();
    }

    @Test
    @DisplayName("of which one is missing are not gathered: the build says which one, and what makes it")
    void oneIsMissing() throws Exception {
        build(shard("1/2", FOUR));
        again();

        assertThat(catchThrowable(() -> build(shard("all/2", FOUR))))
                .isInstanceOf(StepFailedException.class)
                // Two are missing, and either is looked for first.
                .hasMessageMatching("""
                        train-teacher of experiment 'x', seed [24]: no store has its result, and this build, with <shard> 'all/2', makes nothing\\.
                        Try: run shard 2 with the same settings \\(-Ddistill\\.shard=2/2\\), and give this build its store\\.""");
        assertThat(engine.done()).isEmpty();
    }

    private void assertGathered(Map<String, String> written) throws Exception {
        Path home = root;
        Path gathered = home.resolve("gathered-store");
        for (int number = 1; number <= 2; number++) {
            in(home.resolve("machine-" + number));
            build(shard(number + "/2", written));
            PathUtils.copyDirectory(store, gathered, StandardCopyOption.REPLACE_EXISTING);
        }
        in(home.resolve("whole"));
        build(written);
        String whole = Files.readString(root.resolve("distill/x/results.json"));

        in(home.resolve("gathering"));
        store = gathered;
        build(shard("all/2", written));

        assertThat(engine.done()).isEmpty();
        assertThat(root.resolve("distill/x/results.json")).hasContent(whole);
        assertThat(root.resolve("distill/x/report/index.html")).isNotEmptyFile();
    }

    /** Another machine, with a store of its own. */
    private void in(Path machine) throws IOException {
        again();
        root = Files.createDirectories(machine);
        store = machine.resolve("store");
        PathUtils.copyDirectory(drawn.resolve("store"), store);
    }

    private static Map<String, String> shard(String shard, Map<String, String> written) {
        Map<String, String> all = new HashMap<>(written);
        all.put("shard", shard);
        return all;
    }
}
