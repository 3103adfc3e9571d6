package io.github.distillmaven.pipeline;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.distillmaven.results.sweep.SweepNumbers;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The number of cells is the system property {@code cells}. What each goal takes is printed. */
@DisplayName("A sweep of many cells, with an engine in memory")
class ManyCellsTest extends InMemoryExperiment {

    private final int cells = Integer.getInteger("cells", 20);
    private final Map<String, String> written = and(
            "controls", "none",
            "teacher.examples", "100",
            "transfer.examples", "100",
            "transfer.allowSmall", "true",
            "sweep.limit", "10000",
            "sweep.student.epochs",
                    IntStream.rangeClosed(1, cells).mapToObj(Integer::toString).collect(Collectors.joining(",")));
    private long begun;

    @Test
    @DisplayName("makes what they share once, and plans as many steps")
    void makesSharedStepsOnce() throws Exception {
        int all = 2 + cells;
        plan("plan, nothing is there");
        assertThat(log.lines()).anyMatch(line -> line.matches("info: {3}together +" + all + " +0 +" + all));

        begin();
        try (ExperimentPipeline pipeline = pipeline(written, Optional.empty())) {
            tell("reading");
            pipeline.fetchData();
            tell("fetch-data");
            pipeline.trainTeacher();
            tell("train-teacher");
            pipeline.mislabel();
            tell("mislabel");
            pipeline.trainStudent();
            tell("train-student");
            pipeline.report();
            tell("report");
            pipeline.check();
            tell("check");
        }
        System.out.printf(Locale.ROOT, "page %d bytes%n", Files.size(root.resolve("distill/x/report/index.html")));

        assertThat(engine.done()).as("a teacher, a transfer set, the students").hasSize(all);
        assertThat(SweepNumbers.read(root.resolve("distill/x")).cells()).hasSize(cells);
        PathUtils.deleteDirectory(root.resolve("distill"));
        again();
        plan("plan, all is stored");
        assertThat(log.lines()).anyMatch(line -> line.matches("info: {3}together +" + all + " +" + all + " +0"));
    }

    private void plan(String what) throws Exception {
        Map<String, String> planned = new LinkedHashMap<>(written);
        planned.put("plan", "true");
        begin();
        try (ExperimentPipeline pipeline = pipeline(planned, Optional.empty())) {
            pipeline.fetchData();
        }
        tell(what);
    }

    private void begin() {
        begun = System.nanoTime();
    }

    private void tell(String what) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.gc();
        Runtime here = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "%d cells, %s: %.2f s, %d MB%n",
                cells,
                what,
                seconds,
                (here.totalMemory() - here.freeMemory()) >> 20);
        begin();
    }
}
