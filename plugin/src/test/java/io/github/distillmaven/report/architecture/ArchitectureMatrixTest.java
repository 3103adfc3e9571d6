package io.github.distillmaven.report.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.experiment.ControlArms;
import io.github.distillmaven.report.ExperimentReport;
import io.github.distillmaven.report.StrictPage;
import io.github.distillmaven.report.overview.OverviewReport;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.ExperimentFixture;
import io.github.distillmaven.results.NetworkFixture;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.ResultsFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The table of the networks of teachers and students")
class ArchitectureMatrixTest {

    @TempDir
    private Path root;

    private Results report(String name, String teacher, int epochs, int replicates) throws Exception {
        Path folder = root.resolve(name);
        new ExperimentReport().write(new NetworkFixture(folder).write(teacher, epochs, replicates));
        return ResultsFile.in(folder).read();
    }

    private TeacherRow row(String name, String teacher, int epochs) throws Exception {
        return TeacherRow.read(root.resolve(name), report(name, teacher, epochs, 2))
                .orElseThrow();
    }

    private static String text(Results results, String arm) {
        Results.Statistics test = results.summary().arm(arm).test();
        return Numbers.mean(test) + " " + Numbers.meanInterval(test);
    }

    @Test
    @DisplayName(
            "has a column for each network that learnt the treatment's labels, with the control's student of that network below")
    void hasAColumnForEachNetwork() throws Exception {
        Results results = report("one", "linear", 1, 3);

        ArchitectureMatrix matrix = ArchitectureMatrix.of(
                TeacherRow.read(root.resolve("one"), results).orElseThrow());

        assertThat(matrix.control()).isEqualTo("shuffled-within-class");
        assertThat(matrix.students()).containsExactly("cnn", "resnet18, width 16");
        assertThat(matrix.teachers()).singleElement().satisfies(teacher -> {
            assertThat(teacher.network()).isEqualTo("linear");
            assertThat(teacher.accuracy())
                    .isEqualTo(Numbers.mean(results.summary().arm("teacher").test()));
            assertThat(teacher.cells())
                    .extracting(cell -> cell.mean() + " " + cell.interval())
                    .containsExactly(text(results, "student"), text(results, "small"));
            assertThat(teacher.cells())
                    .extracting(ArchitectureMatrix.MatrixCell::control)
                    .containsExactly(text(results, "shuffled-within-class"), text(results, "small-shuffled"));
        });
        assertThat(text(results, "small")).contains("[");
    }

    @Test
    @DisplayName("stands on the page of its experiment, without intervals where there is one replicate")
    void standsOnThePage() throws Exception {
        Results results = report("one", "linear", 1, 1);

        StrictPage page = new StrictPage(root.resolve("one/report/index.html"));

        page.assertNothingForbidden();
        page.assertAccessible();
        assertThat(page.text())
                .contains("Networks of teachers and students")
                .contains(", one network each. Below each, students of the same network that learnt the control"
                        + " shuffled-within-class.")
                .contains(Numbers.mean(results.summary().arm("small").test()));
    }

    @Test
    @DisplayName("has a row for each experiment of a build that differs in its teacher's network alone")
    void hasARowForEachTeacher() throws Exception {
        List<TeacherRow> rows =
                List.of(row("a", "cnn", 1), row("b", "linear", 1), row("c", "mlp", 2), row("d", "linear", 2));

        assertThat(ArchitectureMatrix.among(rows))
                .extracting(matrix -> matrix.teachers().stream()
                        .map(ArchitectureMatrix.MatrixRow::experiment)
                        .toList())
                .containsExactly(List.of("a", "b"), List.of("c", "d"));
        assertThat(ArchitectureMatrix.among(List.of(rows.get(0), rows.get(2)))).isEmpty();
    }

    @Test
    @DisplayName("stands in the overview, which lists an experiment all the same if the record of a step is missing")
    void standsInTheOverview() throws Exception {
        report("a", "cnn", 1, 2);
        report("b", "linear", 1, 2);
        List<String> warnings = new ArrayList<>();

        StrictPage page = new StrictPage(new OverviewReport().write(root, warnings::add));

        page.assertNothingForbidden();
        page.assertAccessible();
        assertThat(page.text()).contains("Networks of teachers and students").contains("resnet18, width 16");
        assertThat(warnings).isEmpty();

        Path missing = root.resolve("b/students/small/student/step.json");
        Files.delete(missing);
        assertThat(new StrictPage(new OverviewReport().write(root, warnings::add)).text())
                .contains("in 2 experiments")
                .doesNotContain("Networks of teachers and students");
        assertThat(warnings)
                .containsExactly(
                        "Experiment 'b': the overview shows no table of networks, for the record of a step cannot"
                                + " be read: java.nio.file.NoSuchFileException: " + missing);
    }

    @Test
    @DisplayName("is not there where all students have one network")
    void isNotThereForOneNetwork() throws Exception {
        Path folder = root.resolve("plain");
        new ExperimentReport()
                .write(new ExperimentFixture(folder)
                        .tests(50)
                        .transferSize(50)
                        .controls(ControlArms.SHUFFLED, ControlArms.student("soft"))
                        .write());

        assertThat(TeacherRow.read(folder, ResultsFile.in(folder).read())).isEmpty();
        assertThat(new StrictPage(folder.resolve("report/index.html")).text())
                .doesNotContain("Networks of teachers and students");
    }
}
