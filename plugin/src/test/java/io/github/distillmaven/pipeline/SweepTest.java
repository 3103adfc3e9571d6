package io.github.distillmaven.pipeline;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.ResultsFile;
import io.github.distillmaven.results.sweep.SweepNumbers;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A sweep, with an engine in memory")
class SweepTest extends InMemoryExperiment {

    private static final String[] TWO_BY_TWO = {
        "sweep.teacher.examples", "300, 500",
        "sweep.student.epochs", "1, 2"
    };

    @Test
    @DisplayName("makes each step once that cells share, and gives each cell its own folder, numbers and page")
    void makesSharedStepsOnce() throws Exception {
        build(and(TWO_BY_TWO));

        assertThat(engine.done())
                .containsExactlyInAnyOrder(
                        "train-teacher of experiment 'x/teacher.examples=300,student.epochs=1', seed 1",
                        "train-teacher of experiment 'x/teacher.examples=500,student.epochs=1', seed 1",
                        "mislabel of experiment 'x/teacher.examples=300,student.epochs=1', seed 1",
                        "mislabel of experiment 'x/teacher.examples=500,student.epochs=1', seed 1",
                        "train-student of experiment 'x/teacher.examples=300,student.epochs=1', seed 1",
                        "train-student of experiment 'x/teacher.examples=300,student.epochs=1', seed 1, control shuffled",
                        "train-student of experiment 'x/teacher.examples=300,student.epochs=2', seed 1",
                        "train-student of experiment 'x/teacher.examples=300,student.epochs=2', seed 1, control shuffled",
                        "train-student of experiment 'x/teacher.examples=500,student.epochs=1', seed 1",
                        "train-student of experiment 'x/teacher.examples=500,student.epochs=1', seed 1, control shuffled",
                        "train-student of experiment 'x/teacher.examples=500,student.epochs=2', seed 1",
                        "train-student of experiment 'x/teacher.examples=500,student.epochs=2', seed 1, control shuffled");
        assertThat(log.lines()).noneMatch(line -> line.contains("waiting"));
        assertThat(log.lines())
                .anyMatch(line -> line.startsWith(
                        "info: teacher of teacher.examples=300,student.epochs=2: restored from the store, key "));
        for (String cell : SweepNumbers.read(sweep()).cells().stream()
                .map(SweepNumbers.CellNumbers::folder)
                .toList()) {
            assertThat(ResultsFile.in(sweep().resolve(cell)).read().experiment())
                    .isEqualTo("x/" + cell);
            assertThat(sweep().resolve(cell).resolve("report/index.html")).isRegularFile();
        }
        assertThat(sweep().resolve("teacher.examples=300,student.epochs=1/data"))
                .isDirectory();
        assertThat(sweep().resolve("teacher.examples=500,student.epochs=2/data"))
                .doesNotExist();
        assertThat(sweep().resolve("report/index.html"))
                .content()
                .contains("4 cells with 1 replicate each: teacher.examples 300, 500; student.epochs 1, 2.")
                .contains("href=\"../teacher.examples=500,student.epochs=1/report/index.html\"");
        assertThat(Files.readString(sweep().resolve("cells.csv")).lines()).hasSize(1 + 4 * 3);
        assertThat(root.resolve("distill/index.html")).content().contains("./x/report/index.html");
    }

    @Test
    @DisplayName("is what its cells are by themselves, with the same keys")
    void isWhatItsCellsAre() throws Exception {
        build(and(TWO_BY_TWO));
        Results cell = ResultsFile.in(sweep().resolve("teacher.examples=500,student.epochs=1"))
                .read();
        again();
        build(and("teacher.examples", "500", "student.epochs", "1"));

        assertThat(engine.done()).isEmpty();
        assertThat(results().summary()).isEqualTo(cell.summary());
    }

    @Test
    @DisplayName("goes on where it failed, cell by cell, and with further values makes these alone")
    void goesOnWhereItFailed() throws Exception {
        engine.failAt("train-student of experiment 'x/teacher.examples=500,student.epochs=2'");
        assertThatThrownBy(() -> build(and(TWO_BY_TWO)))
                .hasMessageContaining("train-student of experiment 'x/teacher.examples=500,student.epochs=2', seed 1");
        engine.failAt("");
        again();
        build(and(TWO_BY_TWO));

        assertThat(engine.done())
                .isNotEmpty()
                .allMatch(label -> label.startsWith("train-student of experiment 'x/teacher.examples=500,"));
        again();
        build(and("sweep.teacher.examples", "300, 500", "sweep.student.epochs", "1, 2, 3"));
        assertThat(engine.done())
                .containsExactlyInAnyOrder(
                        "train-student of experiment 'x/teacher.examples=300,student.epochs=3', seed 1",
                        "train-student of experiment 'x/teacher.examples=300,student.epochs=3', seed 1, control shuffled",
                        "train-student of experiment 'x/teacher.examples=500,student.epochs=3', seed 1",
                        "train-student of experiment 'x/teacher.examples=500,student.epochs=3', seed 1, control shuffled");
    }

    @Test
    @DisplayName("leaves nothing to be read of cells that it has no more, but what their steps made")
    void forgetsItsFormerCells() throws Exception {
        Map<String, String> three = and("sweep.student.epochs", "1, 2, 3");
        Path former = sweep().resolve("student.epochs=3");
        build(three);
        try (ExperimentPipeline pipeline = pipeline(three, Optional.empty())) {
            pipeline.check();
        }
        assertThat(former.resolve("TEST-student.epochs=3.xml")).isRegularFile();

        build(and("sweep.student.epochs", "1, 2"));

        assertThat(log.lines()).contains("info: report: removed the pages of a cell that is no longer in the sweep");
        assertThat(former.toFile().listFiles())
                .allMatch(File::isDirectory)
                .doesNotContain(former.resolve("report").toFile());
        assertThat(sweep().resolve("student.epochs=2/results.json")).isRegularFile();
        again();
        PathUtils.deleteDirectory(store);
        build(three);
        assertThat(engine.done()).isEmpty();
        build(SMALL);
        assertThat(log.lines()).contains("info: report: removed the pages of 3 cells that are no longer in the sweep");
        assertThat(former.resolve("results.json")).doesNotExist();
        assertThat(sweep().resolve("results.json")).isRegularFile();
    }

    @Test
    @DisplayName("shares steps where models are trained side by side too")
    void sharesStepsSideBySide() throws Exception {
        build(and(
                "sideBySide", "true",
                "teacher.network", "mlp",
                "student.network", "mlp",
                "sweep.student.epochs", "1, 2, 3"));

        assertThat(engine.done())
                .containsExactly(
                        "train-teacher of experiment 'x/student.epochs=1', seed 1",
                        "mislabel of experiment 'x/student.epochs=1', seed 1",
                        "train-student of experiment 'x/student.epochs=1', seed 1 and 5 more");
    }

    @Test
    @DisplayName("is spread evenly over shards, which one build gathers without making anything")
    void isSpreadOverShards() throws Exception {
        Map<String, String> sweep = and("replicates", "2", "sweep.student.epochs", "1, 2, 3", "teacher.epochs", "1");
        for (String shard : new String[] {"1/4", "2/4", "3/4", "4/4"}) {
            again();
            PathUtils.deleteDirectory(Files.createDirectories(root.resolve("distill")));
            build(with(sweep, "shard", shard));
            assertThat(log.lines())
                    .contains(
                            "info: report: nothing to do in shard %s, which made %s of 6 replicates. -Ddistill.shard=all/4 gathers them."
                                    .formatted(shard, shard.startsWith("1") || shard.startsWith("2") ? 2 : 1));
        }
        again();
        PathUtils.deleteDirectory(root.resolve("distill"));
        build(with(sweep, "shard", "all/4"));

        assertThat(engine.done()).isEmpty();
        assertThat(SweepNumbers.read(sweep()).cells()).hasSize(3).allMatch(cell -> cell.replicates() == 2);
    }

    @Test
    @DisplayName("says which shard makes what is missing")
    void saysWhichShardIsMissing() throws Exception {
        Map<String, String> sweep = and("replicates", "2", "sweep.teacher.epochs", "1, 2");
        build(with(sweep, "shard", "1/3"));
        build(with(sweep, "shard", "2/3"));

        assertThatThrownBy(() -> build(with(sweep, "shard", "all/3"))).hasMessage("""
                        train-teacher of experiment 'x/teacher.epochs=2', seed 1: no store has its result, and this build, with <shard> 'all/3', makes nothing.
                        Try: run shard 3 with the same settings (-Ddistill.shard=3/3), and give this build its store.""");
    }

    @Test
    @DisplayName("holds expectations for every cell, and says which cell failed")
    void saysWhichCellFailed() throws Exception {
        Map<String, String> hopeless = and(
                "sweep.student.epochs", "1, 2",
                "expectations.expectation.metric", "student.testAccuracy",
                "expectations.expectation.min", "0.999");
        build(hopeless);

        try (ExperimentPipeline pipeline = pipeline(hopeless, Optional.empty())) {
            assertThatThrownBy(pipeline::check)
                    .hasMessageContaining("Experiment 'x/student.epochs=1': student.testAccuracy is ")
                    .hasMessageContaining("Experiment 'x/student.epochs=2': student.testAccuracy is ");
        }
        assertThat(sweep().resolve("student.epochs=1/TEST-student.epochs=1.xml"))
                .content()
                .contains("distill.x/student.epochs=1");
    }

    @Test
    @DisplayName("ends a check that passes with the sum over all cells, and the page of the sweep")
    void endsACheck() throws Exception {
        Map<String, String> modest = and(
                "replicates", "3",
                "sweep.student.epochs", "1, 2",
                "expectations.expectation.metric", "student.testAccuracy",
                "expectations.expectation.min", "0",
                "expectations.expectation[2].metric", "student.testAccuracy",
                "expectations.expectation[2].risesWith", "student.epochs",
                "haltOnFailure", "false");
        build(modest);
        again();
        try (ExperimentPipeline pipeline = pipeline(modest, Optional.empty())) {
            pipeline.check();
        }

        assertThat(log.lines())
                .last()
                .isEqualTo("info: Expectations: 2 of 3 met. Report: " + root.resolve("distill/x/report/index.html"));
        assertThat(log.lines())
                .anyMatch(
                        line -> line.startsWith(
                                "warn: Experiment 'x': student.testAccuracy does not rise with student.epochs: from 1 to 2 it changes by "));
        assertThat(sweep().resolve("TEST-x.xml")).content().contains("student.testAccuracy risesWith student.epochs");
        assertThat(sweep().resolve("report/index.html")).content().contains("Expectations between cells");
    }

    private Path sweep() {
        return root.resolve("distill/x");
    }

    private static Map<String, String> with(Map<String, String> written, String path, String text) {
        Map<String, String> all = new LinkedHashMap<>(written);
        all.put(path, text);
        return all;
    }
}
