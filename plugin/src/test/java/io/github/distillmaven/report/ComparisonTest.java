package io.github.distillmaven.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.experiment.ControlArms;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.report.overview.OverviewReport;
import io.github.distillmaven.results.ExperimentFixture;
import io.github.distillmaven.results.JsonFiles;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.ResultsFile;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

@DisplayName("The report of several replicates with controls")
class ComparisonTest {

    private static final ExperimentArm[] CONTROLS = {
        ControlArms.SHUFFLED_WITHIN_CLASS, ControlArms.SHUFFLED, ControlArms.RANDOM_WRONG, ControlArms.TRUE_LABELS
    };

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void chooseFolder() {
        folder = root.resolve("digits-errors");
    }

    @Test
    void keepsTheRulesOfThePageOfOneRun() throws Exception {
        write(five());

        StrictPage page = page();

        page.assertNothingForbidden();
        page.assertAccessible();
        assertThat(page.loadedFiles())
                .allSatisfy(file ->
                        assertThat(folder.resolve("report").resolve(file)).exists());
        new StrictPage(folder.resolve("report/accuracies-light.svg")).assertNothingForbidden();
    }

    @Test
    void listsEveryReplicateAndEveryControl() throws Exception {
        write(five());

        List<String> heads = cells(table("replicates"), "thead", "th");
        assertThat(heads.subList(heads.size() - 4, heads.size()))
                .containsExactly("shuffled-within-class", "shuffled", "random-wrong", "true-labels");
        assertThat(cells(table("replicates"), "tbody", "th")).containsExactly("1", "2", "3", "4", "5");
        assertThat(cells(table("statistics"), "tbody", "th"))
                .containsExactly(
                        "Teacher", "Student", "shuffled-within-class", "shuffled", "random-wrong", "true-labels");
        assertThat(cells(table("advantages"), "tbody", "th"))
                .containsExactly("shuffled-within-class", "shuffled", "random-wrong", "true-labels");
        assertThat(cells(table("measures"), "tbody", "th")).hasSize(5);
    }

    @Test
    void drawsADotForEachReplicateOfEachArm() throws Exception {
        write(five());

        long small = new StrictPage(folder.resolve("report/accuracies-light.svg"))
                .elements("circle").stream()
                        .filter(circle -> circle.getAttribute("r").equals("3"))
                        .count();
        // Five replicates of a teacher, a student and four controls.
        assertThat(small).isEqualTo(30);
    }

    @Test
    void saysThatImagesAndSettingsAreOfTheFirstReplicate() throws Exception {
        write(five());

        assertThat(page().text())
                .contains("Images, labels, errors and curves are those of the first replicate, seed 1, alone.")
                .contains("Each further replicate differs in its seed alone.");
        assertThat(provenance().text())
                .contains(
                        "Except for the further keys, the tables are about the treatment of the first replicate, seed 1.");
        // Four controls of the first replicate, and five students of each of the other four.
        assertThat(cells(table(provenance(), "further"), "tbody", "th")).hasSize(24);
    }

    @Test
    void hasOneRunBesideItsControlsWithoutASpread() throws Exception {
        WrittenReport report =
                write(new ExperimentFixture(folder).wrongLabelsOnly().controls(CONTROLS));

        page().assertAccessible();
        assertThat(page().text())
                .contains("One network, no verdict: seed 1 alone.")
                .contains("Beside its controls")
                .contains("Dot: one network, with its Wilson 95% interval, which covers the choice of test images.")
                .doesNotContain("Over all replicates")
                .contains(
                        "p: McNemar’s test, two-sided, of these two networks on these test inputs; it says nothing of other seeds;"
                                + " adjusted by Holm’s method for 4 comparisons.")
                .doesNotContain("lies above chance")
                .doesNotContain("paired");
        assertThat(report.summary()).hasSize(8);
        assertThat(report.summary().get(6))
                .matches("Labels changed: shuffled-within-class [\\d.]+%, shuffled [\\d.]+%, random-wrong [\\d.]+%,"
                        + " true-labels [\\d.]+%\\.");
        assertThat(report.summary().get(2)).matches("Control shuffled-within-class: [\\d.]+% \\[[\\d.]+, [\\d.]+]\\.");
    }

    @Test
    void comparesAFurtherStudentAsAStudentAndNotAsAControl() throws Exception {
        WrittenReport written = write(new ExperimentFixture(folder)
                .wrongLabelsOnly()
                .replicates(5)
                .controls(ControlArms.SHUFFLED, ControlArms.student("soft")));
        List<String> several = written.summary();

        assertThat(written.markdown())
                .contains(
                        "for 2 comparisons. Further students, soft: student.temperature 4 instead of 1. Published numbers");

        assertThat(several.get(4))
                .matches("Student soft: [\\d.]+ \\+- [\\d.]+% \\(5 replicates\\), student minus soft"
                        + " -[\\d.]+ \\[-[\\d.]+, -[\\d.]+] points, p (< )?0\\.\\d+\\.");
        assertThat(page().text())
                .contains("Below the student: its controls, and other students.")
                .contains("Student minus others")
                .contains("student.temperature 4 instead of 1");
    }

    @Test
    void summaryHasOneLinePerArmAndTheVerdict() throws Exception {
        List<String> summary = write(five()).summary();

        assertThat(summary).hasSize(10);
        assertThat(summary.get(1)).matches("Teacher: [\\d.]+ \\+- [\\d.]+% \\(5 replicates\\)\\.");
        assertThat(summary.get(2)).matches("Student: [\\d.]+ \\+- [\\d.]+% \\(5 replicates\\)\\.");
        assertThat(summary.get(3))
                .matches(
                        "Control shuffled-within-class: [\\d.]+ \\+- [\\d.]+% \\(5 replicates\\), student minus control"
                                + " \\+[\\d.]+ \\[[\\d.]+, [\\d.]+] points, p < 0\\.001\\.");
        assertThat(summary.get(7))
                .matches("Student minus the control shuffled-within-class: \\+[\\d.]+ points, with 95% confidence above"
                        + " \\+[\\d.]+\\. Published: 91\\.04%; direction only: it lies outside the 95% prediction interval of"
                        + " one further run, \\[[\\d.]+, [\\d.]+], but on the same side of the control"
                        + " shuffled-within-class, [\\d.]+%\\.");
        assertThat(summary).allSatisfy(line -> assertThat(line).matches("\\p{ASCII}*"));
    }

    @Test
    void resultsHoldEveryReplicateAndTheirSummary() throws Exception {
        Results results = new JsonFiles().read(write(five()).results(), Results.class);

        assertThat(results.replicates()).extracting(Results.Replicate::seed).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(results.replicates())
                .allSatisfy(replicate -> assertThat(replicate.others())
                        .containsOnlyKeys(
                                Arrays.stream(CONTROLS).map(ExperimentArm::name).toList()));
        double mean = results.replicates().stream()
                .mapToDouble(replicate -> replicate.student().test().value())
                .average()
                .orElseThrow();
        double shuffled = results.replicates().stream()
                .mapToDouble(
                        replicate -> replicate.others().get("shuffled").test().value())
                .average()
                .orElseThrow();
        Results.Compared control = results.summary().arm("shuffled").comparison();
        assertThat(results.summary().arm("student").test().n()).isEqualTo(5);
        assertThat(results.summary().arm("student").test().mean()).isCloseTo(mean, within(1e-12));
        assertThat(results.summary().arm("student").verdict()).isEqualTo("direction only");
        assertThat(results.summary().arm("shuffled").test().mean()).isCloseTo(shuffled, within(1e-12));
        assertThat(control.advantage().mean()).isCloseTo(mean - shuffled, within(1e-12));
        assertThat(control.advantageAtLeast())
                .isBetween(
                        control.advantage().meanInterval().low(),
                        control.advantage().mean());
        assertThat(control.pValue()).isLessThan(1e-3);
        assertThat(control.adjustedPValue()).isBetween(control.pValue(), 4 * control.pValue());
    }

    @Test
    void saysHowManyComparisonsThereAre() throws Exception {
        write(five());

        assertThat(page().text())
                .contains(
                        "p: paired t test over the replicates, two-sided; adjusted by Holm’s method for 4 comparisons.")
                .doesNotContain("McNemar");
    }

    @Test
    void showsNothingPublishedBesideOtherSettings() throws Exception {
        Published other = new Published(
                "Wallace, Distill, 2019", null, null, null, null, List.of("student.network is linear, not cnn"));
        WrittenReport report = write(five().preset("fashion-to-mnist", other));
        String sentence = "Settings differ from the published experiment: student.network is linear, not cnn.";

        assertThat(page().text())
                .contains(sentence + " So its numbers are not shown here, and there is no verdict.")
                .doesNotContain("Diamond")
                .doesNotContain("Wallace, Distill, 2019")
                .doesNotContain("direction only:");
        assertThat(Files.readString(folder.resolve("report/accuracies-light.svg")))
                .doesNotContain("published");
        assertThat(report.markdown()).contains(sentence).doesNotContain("direction only");
        assertThat(report.summary()).anySatisfy(line -> assertThat(line).contains(sentence));
        Results results = new ResultsFile(report.results()).read();
        assertThat(results.summary().arm("student").published()).isNull();
        assertThat(results.summary().arm("student").verdict()).isNull();
        assertThat(results.published()).isEqualTo(other);
        StrictPage overview = new StrictPage(new OverviewReport().write(root, warning -> {}));
        overview.assertAccessible();
        assertThat(overview.text())
                .contains("digits-errors: " + sentence + " So its numbers are not shown here.")
                .doesNotContain("Published")
                .doesNotContain("Diamond");
    }

    @Test
    void agreementOfAControlIsWithTheTeacherOfItsReplicate() throws Exception {
        Results results = new JsonFiles().read(write(five()).results(), Results.class);

        long same = 0;
        List<String> teacher = Files.readAllLines(folder.resolve("replicates/3/teacher/predictions.csv"));
        List<String> control =
                Files.readAllLines(folder.resolve("replicates/3/controls/true-labels/student/predictions.csv"));
        for (int line = 1; line < teacher.size(); line++) {
            same += teacher.get(line).split(",")[2].equals(control.get(line).split(",")[2]) ? 1 : 0;
        }
        assertThat(results.replicates()
                        .get(2)
                        .others()
                        .get("true-labels")
                        .value("agreement")
                        .value())
                .isEqualTo(same / 1000.0);
    }

    @Test
    void independentTeachersAreThoseOfTheNextReplicateAndForTheLastThatOfTheFirst() throws Exception {
        Results results = new ResultsFile(write(five()).results()).read();

        for (int replicate = 0; replicate < 5; replicate++) {
            List<Predictions.Row> own = teacher(replicate + 1);
            List<Predictions.Row> other = teacher((replicate + 1) % 5 + 1);
            long same = IntStream.range(0, own.size())
                    .filter(image ->
                            own.get(image).predicted() == other.get(image).predicted())
                    .count();
            Results.ArmNumbers independent =
                    results.replicates().get(replicate).independentTeacher().orElseThrow();
            assertThat(independent.value("agreement").value()).isEqualTo(same / 1000.0);
            assertThat(independent.value("answerKappa").value()).isBetween(0.5, same / 1000.0);
            assertThat(independent.value("klDivergence").value()).isPositive();
            assertThat(independent.value("testAccuracy").value()).isNull();
        }
        assertThat(results.summary()
                        .arm("independent-teacher")
                        .evaluations()
                        .get("test")
                        .get("agreement")
                        .n())
                .isEqualTo(5);
        assertThat(cells(table("fidelity"), "tbody", "th"))
                .containsExactly(
                        "Student",
                        "shuffled-within-class",
                        "shuffled",
                        "random-wrong",
                        "true-labels",
                        "Independent teacher");
        assertThat(page().text())
                .contains("Compare a student’s agreement with that of the independent teacher")
                .doesNotContain("There is none here");
        assertThat(Files.readAllLines(folder.resolve("replicates.csv")))
                .filteredOn(line -> line.matches("\\d,independent-teacher,.*"))
                .hasSize(5);
    }

    private List<Predictions.Row> teacher(int seed) throws IOException {
        return Predictions.read(
                        folder.resolve(seed == 1 ? "" : "replicates/" + seed).resolve("teacher/predictions.csv"))
                .rows();
    }

    @Test
    void oneReplicateHasNoIndependentTeacher() throws Exception {
        Results results = new ResultsFile(write(new ExperimentFixture(folder).controls(ControlArms.SHUFFLED))
                        .results())
                .read();

        assertThat(results.replicates().get(0).independentTeacher()).isEmpty();
        assertThat(results.summary().arms()).doesNotContainKey("independent-teacher");
        assertThat(cells(table("fidelity"), "tbody", "th")).containsExactly("Student", "shuffled");
        assertThat(page().text()).contains("There is none here, because it needs a second replicate.");
    }

    @Test
    void caveatsNameWhatIsMissing() throws Exception {
        write(new ExperimentFixture(folder)
                .wrongLabelsOnly()
                .replicates(3)
                .controls(ControlArms.SHUFFLED, ControlArms.TRUE_LABELS)
                .unfitted(ControlArms.SHUFFLED));

        assertThat(page().text())
                .contains("Only 3 replicates.")
                .contains("No control with labels shuffled within each class.")
                .contains("The control shuffled did not fit its labels.")
                .doesNotContain("The control true-labels did not fit its labels.")
                .doesNotContain("One replicate.")
                .doesNotContain("No control.");
    }

    @Test
    void testImagesThatAreTrainingImagesAreCounted() throws Exception {
        write(new ExperimentFixture(folder).repeatedImages(1234));

        assertThat(page().text())
                .contains("Test images that are training images.")
                .contains(
                        "1,234 test images of synthetic-digits are among its training images too, pixel by pixel. A model can get them right from memory.");
    }

    @Test
    void studentsOfOneGivenTeacherAreNotDrawnAgainstItsError() throws Exception {
        write(five());
        assertThat(page().text()).contains("Student against teacher");

        write(five().givenTeacher());

        assertThat(page().text()).contains("One given teacher.").doesNotContain("Student against teacher");
    }

    @Test
    void caveatsAreSilentOnWhatWasDone() throws Exception {
        write(five());

        assertThat(page().text())
                .doesNotContain("One replicate.")
                .doesNotContain("Only 5 replicates.")
                .doesNotContain("No control")
                .doesNotContain("did not fit its labels");
    }

    @Test
    void knowsTheTeacherThatLabelsForAControl() throws Exception {
        write(new ExperimentFixture(folder).controls(ControlArms.PERMUTED_LABEL_TEACHER, ControlArms.SHUFFLED));

        List<String> rows = provenance().elements("tr").stream()
                .filter(row -> ((Element) row.getParentNode().getParentNode().getParentNode())
                        .getAttribute("aria-labelledby")
                        .equals("further"))
                .map(row -> row.getTextContent().strip())
                .toList();
        assertThat(rows).hasSize(3);
        String permuted = rows.get(1).substring("1permuted-label-teacher".length());
        String shuffled = rows.get(2).substring("1shuffled".length());
        assertThat(permuted.substring(0, 12)).isNotEqualTo(shuffled.substring(0, 12));
        assertThat(permuted.substring(12)).isEqualTo(shuffled.substring(12));
    }

    @Test
    void copesWithoutTestImages() throws Exception {
        WrittenReport report = write(five().tests(0));

        page().assertNothingForbidden();
        Results results = new JsonFiles().read(report.results(), Results.class);
        assertThat(results.summary().arm("student"))
                .returns(null, Results.Measured::test)
                .returns(ExperimentFixture.PUBLISHED.studentTestAccuracy(), Results.Measured::published)
                .returns(null, Results.Measured::verdict);
        assertThat(results.summary().arm("shuffled").comparison())
                .isEqualTo(new Results.Compared(null, null, null, null));
    }

    @Test
    void namesTheMissingFileOfAControlAndItsGoal() throws Exception {
        ReportRequest request = five().write();
        Path missing = folder.resolve("replicates/4/controls/shuffled/student/predictions.csv");
        Files.delete(missing);

        assertThatIOException()
                .isThrownBy(() -> new ExperimentReport().write(request))
                .withMessage(missing + " is missing. The goal 'train-student' makes it: bind that goal to the build,"
                        + " before 'report'.");
    }

    @Test
    void sameInputsGiveTheSameResults() throws Exception {
        String first = Files.readString(write(five()).results());

        assertThat(Files.readString(write(five()).results())).isEqualTo(first);
    }

    /** 1,000 test images, so that the published 91.04% lies outside the prediction interval. */
    private ExperimentFixture five() {
        return new ExperimentFixture(folder)
                .wrongLabelsOnly()
                .transferSize(60)
                .replicates(5)
                .controls(CONTROLS);
    }

    private static WrittenReport write(ExperimentFixture fixture) throws IOException {
        return new ExperimentReport().write(fixture.write());
    }

    private StrictPage page() throws Exception {
        return new StrictPage(folder.resolve("report/index.html"));
    }

    private StrictPage provenance() throws Exception {
        return new StrictPage(folder.resolve("report/provenance.html"));
    }

    /** The table below the heading with this id. */
    private Element table(String heading) throws Exception {
        return table(page(), heading);
    }

    private static Element table(StrictPage page, String heading) {
        return page.elements("table").stream()
                .filter(table -> ((Element) table.getParentNode())
                        .getAttribute("aria-labelledby")
                        .equals(heading))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> cells(Element table, String part, String tag) {
        Element rows = (Element) table.getElementsByTagName(part).item(0);
        return IntStream.range(0, rows.getElementsByTagName(tag).getLength())
                .mapToObj(index -> rows.getElementsByTagName(tag).item(index).getTextContent())
                .toList();
    }
}
