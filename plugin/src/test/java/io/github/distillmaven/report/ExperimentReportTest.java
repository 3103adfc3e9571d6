package io.github.distillmaven.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.ControlArms;
import io.github.distillmaven.provenance.StepRecordFile;
import io.github.distillmaven.results.ExperimentFixture;
import io.github.distillmaven.results.JsonFiles;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

@DisplayName("The report of an experiment")
class ExperimentReportTest {

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void chooseFolder() {
        folder = root.resolve("garments-to-digits");
    }

    @Test
    void loadsOnlyFilesBesideItAndAllOfThem() throws Exception {
        write(new ExperimentFixture(folder));

        StrictPage page = page();

        Set<String> files = filesBesidePage();
        files.removeIf(file -> file.startsWith("provenance"));
        assertThat(page.loadedFiles()).isEqualTo(files);
    }

    @Test
    void holdsNothingThatAStrictContentPolicyForbids() throws Exception {
        write(new ExperimentFixture(folder));

        page().assertNothingForbidden();
        for (String figure : filesBesidePage()) {
            if (figure.endsWith(".svg")) {
                new StrictPage(folder.resolve("report").resolve(figure)).assertNothingForbidden();
            }
        }
    }

    @Test
    void canBeReadAloud() throws Exception {
        write(new ExperimentFixture(folder));

        page().assertAccessible();
    }

    @Test
    void saysWhatItDoesNotShow() throws Exception {
        write(new ExperimentFixture(folder).neverGiven(7));

        assertThat(page().text())
                .contains("One network, no verdict: seed 1 alone.")
                .contains("One replicate.")
                .contains("No control.")
                .contains("No true labels in the transfer set.")
                .contains("Labels never given: 7.")
                .contains(
                        "Settings that differ from the preset. This build set teacher.epochs 8, student.network cnn. A difference")
                .contains("Synthetic images.");
    }

    @Test
    void printsPublishedNumbersBesideOurs() throws Exception {
        write(new ExperimentFixture(folder));

        List<String> published = page().elements("tr").stream()
                .filter(row -> row.getAttribute("class").contains("headline"))
                .map(row -> ((Element) row.getElementsByTagName("td").item(2)).getTextContent())
                .toList();
        assertThat(published).containsExactly("91.04%");
        assertThat(page().text()).contains("Published numbers: Wallace, Distill, 2019.");
    }

    @Test
    void saysHowManyImagesOfTheTransferSetTheStudentWasTrainedOn() throws Exception {
        write(new ExperimentFixture(folder).studentExamples(1000));

        assertThat(page().text())
                .containsPattern("Transfer set of 3\\D000 labelled images of Synthetic garments\\s+3\\D000")
                .containsPattern("Training images of the student, the first of the transfer set\\s+1\\D000");
    }

    @Test
    void marksTheSettingsThatTheBuildSet() throws Exception {
        write(new ExperimentFixture(folder));

        List<String> marked = page().elements("td").stream()
                .filter(cell -> cell.getAttribute("class").equals("changed"))
                .map(Element::getTextContent)
                .toList();
        assertThat(marked).containsExactly("8", "command line", "cnn", "POM");
    }

    @Test
    void escapesNames() throws Exception {
        List<String> names = List.of("<script>alert(1)</script>", "\"quoted\" & 'so'", "🦆", "חתול");
        folder = root.resolve("a <b> & 'c'");
        write(new ExperimentFixture(folder).classes(names).inputClasses(names));

        StrictPage page = page();

        page.assertNothingForbidden();
        page.assertAccessible();
        assertThat(page.elements("h1").get(0).getTextContent()).isEqualTo("a <b> & 'c'");
        assertThat(page.text()).contains(names);
        new StrictPage(folder.resolve("report/given-labels-light.svg")).assertNothingForbidden();
    }

    @Test
    void showsColourImages() throws Exception {
        write(new ExperimentFixture(folder).wrongLabelsOnly().colour());

        assertThat(page().text()).contains("all with wrong labels").contains("Wrong labels");
        assertThat(folder.resolve("report/images/transfer-0.png")).isNotEmptyFile();
    }

    @Test
    void copesWithOneClassAndNoTestImages() throws Exception {
        WrittenReport report =
                write(new ExperimentFixture(folder).classes(List.of("only")).tests(0));

        page().assertNothingForbidden();
        assertThat(page().text()).contains("classifies nothing: there are no test images; chance is 100%.");
        assertThat(report.summary())
                .contains(
                        "Teacher -, student - [0.0, 100.0], agreement -, published: 91.04%. One network with seed 1: no"
                                + " verdict.");
        assertThat(Files.readString(report.results())).contains("\"testAccuracy\" : null");
    }

    @Test
    void copesWithAnEmptyTransferSet() throws Exception {
        WrittenReport report = write(new ExperimentFixture(folder).transferSize(0));

        assertThat(folder.resolve("replicates.csv")).content().contains("\r\n1,treatment,0,,");
        assertThat(report.markdown()).contains("Trained only on 0 images of Synthetic garments");
        page().assertNothingForbidden();
        assertThat(page().text()).contains("Trained only on 0 images of Synthetic garments");
    }

    @Test
    void summaryIsPlainText() throws Exception {
        WrittenReport report = write(new ExperimentFixture(folder).preset(null, null));

        assertThat(report.summary()).hasSize(3);
        assertThat(report.summary().get(0))
                .startsWith("garments-to-digits: Trained only on ")
                .endsWith("; chance is 10%.");
        assertThat(report.summary().get(1))
                .matches("Teacher \\d\\d\\.\\d%, student \\d\\d\\.\\d% \\[\\d\\d\\.\\d, \\d\\d\\.\\d], agreement"
                        + " \\d\\d\\.\\d%, published: none\\. One network with seed 1: no verdict\\.");
        assertThat(report.summary().get(2))
                .isEqualTo("Report: " + folder.resolve("report").resolve("index.html"));
    }

    @Test
    void resultsAgreeWithTheFilesTheyComeFrom() throws Exception {
        WrittenReport report = write(new ExperimentFixture(folder).wrongLabelsOnly());

        Results.Replicate replicate = new JsonFiles()
                .read(report.results(), Results.class)
                .replicates()
                .get(0);
        List<String> lines = Files.readAllLines(folder.resolve("student/predictions.csv"));
        long right = lines.stream()
                .skip(1)
                .map(line -> line.split(","))
                .filter(row -> row[1].equals(row[2]))
                .count();
        assertThat(replicate.key())
                .isEqualTo(new StepRecordFile(folder.resolve("student/step.json"))
                        .read()
                        .key());
        // 1000 test images in the fixture; with wrong labels only, every one of the 3000 is wrong.
        assertThat(replicate.student().test().value()).isEqualTo(right / 1000.0);
        assertThat(replicate.student().transfer().wrong()).isEqualTo(3000);
        assertThat(replicate.student().transfer().givenLabels().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(3000);
    }

    @Test
    void namesTheLargestConfusionsOfVeryManyClasses() throws Exception {
        // No more fit into the one byte that a label has in its file.
        List<String> names =
                IntStream.range(0, 256).mapToObj(label -> "class " + label).toList();
        write(new ExperimentFixture(folder).classes(names).inputClasses(names));

        assertThat(page().text())
                .contains("The most frequent mistakes on the test images, among 256 classes.")
                .contains("Shown are the 20 most frequent of 256 classes.");
        assertThat(Files.size(folder.resolve("report/index.html"))).isLessThan(100_000);
        page().assertAccessible();
    }

    @Test
    void printsTheLayersOfANetworkOfOnesOwn() throws Exception {
        write(new ExperimentFixture(folder));
        assertThat(page().text()).doesNotContain("Networks of this build");

        write(new ExperimentFixture(folder)
                .controls(ControlArms.SHUFFLED)
                .layers("<layers><dense><units>8</units></dense><relu></relu></layers>"));

        Element row = (Element) page().elements("code").stream()
                .filter(code -> code.getAttribute("class").equals("layers"))
                .findFirst()
                .orElseThrow()
                .getParentNode()
                .getParentNode();
        assertThat(row.getTextContent().strip().split("\\s+"))
                .containsExactly("smallstudent,", "shuffled431,080<dense><units>8</units></dense><relu></relu>");
        page().assertAccessible();
    }

    @Test
    void confusionsOfManyClassesStandInNarrowColumns() throws Exception {
        List<String> letters =
                IntStream.rangeClosed('a', 'z').mapToObj(Character::toString).toList();
        write(new ExperimentFixture(folder));
        assertThat(confusion().getAttribute("class")).isEqualTo("confusion");

        write(new ExperimentFixture(folder).classes(letters).inputClasses(letters));

        assertThat(confusion().getAttribute("class")).isEqualTo("confusion narrow");
        page().assertAccessible();
    }

    private Element confusion() throws Exception {
        return page().elements("table").stream()
                .filter(table -> table.getAttribute("class").startsWith("confusion"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sameInputsGiveTheSameBytes() throws Exception {
        write(new ExperimentFixture(folder));
        Map<String, byte[]> first = contents();

        write(new ExperimentFixture(folder));

        assertThat(contents()).containsExactlyEntriesOf(first);
    }

    @Test
    void leavesTheOldReportWhenTheNewOneFails() throws Exception {
        WrittenReport report = write(new ExperimentFixture(folder));
        Map<String, byte[]> before = contents();
        ReportRequest broken =
                new ExperimentFixture(folder).classes(List.of("0")).write();
        Files.delete(folder.resolve("student/step.json"));

        assertThatIOException().isThrownBy(() -> new ExperimentReport().write(broken));

        assertThat(report.page()).exists();
        assertThat(contents()).containsExactlyEntriesOf(before);
    }

    @Test
    void leavesNothingButTheReport() throws Exception {
        write(new ExperimentFixture(folder));
        Files.createFile(folder.resolve("report/left-over.svg"));

        write(new ExperimentFixture(folder));

        assertThat(folder.resolve("report/left-over.svg")).doesNotExist();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "data",
                            "teacher",
                            "transfer",
                            "student",
                            "report",
                            "replicates.csv",
                            "results.json",
                            "expectations.json",
                            "summary.md");
        }
    }

    private static WrittenReport write(ExperimentFixture fixture) throws IOException {
        return new ExperimentReport().write(fixture.write());
    }

    private StrictPage page() throws Exception {
        return new StrictPage(folder.resolve("report/index.html"));
    }

    private Set<String> filesBesidePage() throws IOException {
        return contents().keySet().stream()
                .filter(name -> name.startsWith("report/") && !name.equals("report/index.html"))
                .map(name -> name.substring("report/".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The report's files and {@code results.json}, by name. */
    private Map<String, byte[]> contents() throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.startsWith("report/") || name.equals("results.json")) {
                    contents.put(name, Files.readAllBytes(file));
                }
            }
        }
        return contents;
    }
}
