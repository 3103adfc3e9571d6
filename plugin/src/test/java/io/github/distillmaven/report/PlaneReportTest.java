package io.github.distillmaven.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.report.overview.OverviewReport;
import io.github.distillmaven.results.JsonFiles;
import io.github.distillmaven.results.PointFixture;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The report of a two-dimensional experiment")
class PlaneReportTest {

    @TempDir
    private Path root;

    @Test
    void tellsTheLogWhereThePublishedNumberLiesAmongTheSeeds() throws Exception {
        List<String> lines = report(List.of(20, 23, 26, 20, 26)).summary();

        // Mean 23, deviation 3. Student's t of four degrees of freedom: 2.776445 two-sided, 2.131847 one-sided. So 23 ±
        // 2.776445 * 3 /
        // sqrt(5) and ± 2.776445 * 3 * sqrt(1.2), cut off at 32; 8 - 2.131847 * 3 / sqrt(5) = 5.1.
        // With four degrees of freedom p is 1 - x (3 - x²) / 2 for x = t / sqrt(t² + 4): 0.0040 for t = 8 sqrt(5) / 3.
        assertThat(lines)
                .containsExactly(
                        "plane: Trained only on points whose prediction an attack had flipped, on average 20.0 of 32,"
                                + " the students classify 23.0 +- 3.0 of the 32 original points correctly; students of the same labels shuffled"
                                + " 15.0 +- 0.0.",
                        "Student: 23.0 +- 3.0 of 32 (5 seeds), mean [19.3, 26.7], quantiles of 5, 25, 50, 75, 95%: 20 20 23 26 26.",
                        "Control shuffled: 15.0 +- 0.0 of 32 (5 seeds), mean [15.0, 15.0], quantiles of 5, 25, 50, 75, 95%: 15 15 15"
                                + " 15 15; student minus control +8.0 [4.3, 11.7], p 0.004.",
                        "Control unperturbed: 4.0 +- 0.0 of 32 (5 seeds), mean [4.0, 4.0], quantiles of 5, 25, 50, 75, 95%: 4 4 4 4"
                                + " 4; student minus control +19.0 [15.3, 22.7], p < 0.001.",
                        "Student minus the control shuffled: +8.0 points, with 95% confidence above +5.1. Published: 23; compatible,"
                                + " but too wide to tell: it lies within the 95% prediction interval of one further run, [13.9, 32.0],"
                                + " which is wider than 20 percentage points. 3 of 5 seeds reach it.",
                        "Teacher: 32.0 +- 0.0 of 32; the points of 1 seed were drawn again until it learnt them all.",
                        "Labels changed: shuffled 50.0%, unperturbed 0.0%.",
                        // 20 of 32 flip, all moved by 0.12 in both directions.
                        "Moved inputs, and what their teacher answers: treatment, 62.5% of 32 answered with another class than their"
                                + " label, mean L2 distance 0.17.",
                        "Report: " + root.resolve("plane/report/index.html"));
    }

    @Test
    void saysThatOneSeedIsNoVerdict() throws Exception {
        assertThat(report(List.of(20)).summary()).contains("Student: 20 of 32, one network.");
        assertThat(page().text())
                .contains("One network, no verdict: seed 1 alone.")
                .contains("One seed.");
    }

    @Test
    void showsFourPanelsAHistogramAndATable() throws Exception {
        report(List.of(20, 23, 26));

        StrictPage page = page();

        page.assertNothingForbidden();
        page.assertAccessible();
        assertThat(page.loadedFiles())
                .hasSizeGreaterThan(8)
                .allSatisfy(file ->
                        assertThat(root.resolve("plane/report").resolve(file)).exists());
        assertThat(page.elements("img"))
                .extracting(image -> image.getAttribute("alt"))
                .contains(
                        "Panel a, original data set and model: 32 points.",
                        "Panel b, moved points that flip the model in (a): 20 points.",
                        "Panel d, model (c) on the original data, mistakes ringed: 32 points, 12 of them wrong.");
        assertThat(page.text())
                .contains("its student answers 20 of 32 original points right")
                .contains("+8.0 [0.5, 15.5]")
                .contains("Means over all replicates, on further inputs, which have no true labels")
                .contains("75.0%");
    }

    @Test
    void ringsTheMistakesAndDrawsTheSquares() throws Exception {
        report(List.of(20, 23, 26));

        assertThat(shapes("panel-a-light.svg", "circle", "fill")).hasSize(32).doesNotContain("none");
        // The region of class 0, and a square around every point.
        assertThat(shapes("panel-a-light.svg", "rect", "fill")).hasSize(33);
        assertThat(shapes("panel-d-light.svg", "circle", "fill"))
                .filteredOn("none"::equals)
                .hasSize(12);
    }

    @Test
    void givesOtherProgramsTheSameFormAsImages() throws Exception {
        WrittenReport written = report(List.of(20, 23, 26, 20, 26));
        Results results = new JsonFiles().read(written.results(), Results.class);

        assertThat(results.schema()).isEqualTo(Results.SCHEMA);
        assertThat(results.replicates()).extracting(Results.Replicate::seed).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(results.replicates())
                .extracting(Results.Replicate::key)
                .containsExactly(
                        "student-key",
                        "replicates/2/student-key",
                        "replicates/3/student-key",
                        "replicates/4/student-key",
                        "replicates/5/student-key");
        assertThat(results.replicates())
                .allSatisfy(replicate -> assertThat(replicate.arms().values().stream()
                                .map(arm -> arm.value("fresh", "agreement").value()))
                        .containsExactly(null, 0.75, 0.75, 0.75));
        assertThat(results.replicates())
                .allSatisfy(
                        replicate -> assertThat(replicate.independentTeacher()).isEmpty());
        assertThat(page().text()).contains("There is none here, because every seed has its own points.");
        assertThat(results.replicates().get(0).student().test().value()).isEqualTo(20 / 32.0);
        assertThat(results.replicates().get(0).student().transfer().size()).isEqualTo(20);
        assertThat(results.replicates()
                        .get(0)
                        .student()
                        .transfer()
                        .attack()
                        .all()
                        .successes())
                .isEqualTo(20);
        assertThat(results.replicates().get(0).arm("shuffled").transfer().attack())
                .isNull();
        assertThat(page().text()).contains("answered with another class than their label");
        assertThat(results.replicates()
                        .get(0)
                        .others()
                        .get("shuffled")
                        .mcNemar()
                        .onlyTreatment())
                .isEqualTo(5);
        assertThat(results.summary().arm("student").verdict()).isEqualTo("compatible, but too wide to tell");
        // Its points were drawn again until it had them all.
        assertThat(results.summary().arm("teacher").verdict()).isNull();
        assertThat(results.summary().arm("student").test().predictionInterval().high())
                .isEqualTo(1);
        assertThat(new StrictPage(new OverviewReport().write(root, warning -> {})).text())
                .contains("plane");
    }

    @Test
    void namesAFileThatIsDamagedAndTheGoalThatMakesIt() throws Exception {
        PointFixture fixture = new PointFixture(root.resolve("plane"), List.of(20, 23));
        ReportRequest request = fixture.write();
        fixture.empty("transfer/transfer.csv");
        Path file = root.resolve("plane/transfer/transfer.csv");

        assertThatThrownBy(() -> new ExperimentReport().write(request))
                .hasMessage(file + ": the first line is not 'index,inputLabel,trueLabel,givenLabel,confidence'."
                        + " The goal 'mislabel' makes this file: delete it and run that goal again.");
        assertThat(root.resolve("plane/report")).doesNotExist();
    }

    private WrittenReport report(List<Integer> student) throws Exception {
        return new ExperimentReport().write(new PointFixture(root.resolve("plane"), student).write());
    }

    private StrictPage page() throws Exception {
        return new StrictPage(root.resolve("plane/report/index.html"));
    }

    private List<String> shapes(String file, String element, String attribute) throws Exception {
        Path figure = root.resolve("plane/report").resolve(file);
        assertThat(Files.size(figure)).isLessThan(100_000);
        return new StrictPage(figure)
                .elements(element).stream()
                        .map((Element shape) -> shape.getAttribute(attribute))
                        .toList();
    }
}
