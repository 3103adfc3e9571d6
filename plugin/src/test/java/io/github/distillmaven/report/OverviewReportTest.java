package io.github.distillmaven.report;

import java.nio.file.Files;
import java.nio.file.Path;

import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.ExperimentFixture;
import io.github.distillmaven.results.JsonFiles;
import io.github.distillmaven.results.Results;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

@DisplayName("The overview of a build")
class OverviewReportTest {

    @TempDir
    Path root;

    @Test
    void listsEveryReportedExperimentWithALinkThatExists() throws Exception {
        report("garments-to-digits");
        report("zweite Stufe ü");
        Files.createDirectories(root.resolve("not-reported-yet/teacher"));

        StrictPage page = new StrictPage(new OverviewReport().write(root));

        page.assertNothingForbidden();
        page.assertAccessible();
        assertThat(page.elements("a"))
                .extracting(link -> link.getAttribute("href"))
                .containsExactly(
                        "./garments-to-digits/report/index.html", "./zweite%20Stufe%20%C3%BC/report/index.html");
        assertThat(page.loadedFiles())
                .allSatisfy(file -> assertThat(root.resolve(file)).exists());
        assertThat(page.text()).contains("in 2 experiments").contains("One run each, no verdicts.");
    }

    @Test
    void printsTheMeanOfSeveralReplicatesAndTheVerdict() throws Exception {
        report("one");
        new ExperimentReport()
                .write(new ExperimentFixture(root.resolve("several"))
                        .tests(50)
                        .transferSize(50)
                        .replicates(3)
                        .write());
        Results.Statistics student = new JsonFiles()
                .read(root.resolve("several/results.json"), Results.class)
                .summary()
                .student()
                .testAccuracy();

        StrictPage page = new StrictPage(new OverviewReport().write(root));

        page.assertAccessible();
        assertThat(page.text())
                .contains("Of several replicates: mean ± standard deviation.")
                .contains(Numbers.deviation(student.mean(), student.standardDeviation(), 1))
                .contains("one run, no verdict");
    }

    @Test
    void saysThatThereIsNoExperiment() throws Exception {
        StrictPage page = new StrictPage(new OverviewReport().write(root));

        assertThat(page.text()).contains("No experiment has been reported yet.");
    }

    @Test
    void isTheSameFromTheSameResults() throws Exception {
        report("garments-to-digits");

        byte[] first = Files.readAllBytes(new OverviewReport().write(root));
        byte[] second = Files.readAllBytes(new OverviewReport().write(root));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void refusesResultsOfAnotherVersion() throws Exception {
        report("garments-to-digits");
        Path results = root.resolve("garments-to-digits/results.json");
        Files.writeString(results, "{\"schema\" : 2, \"fields\" : \"of another form\"}");

        assertThatIOException()
                .isThrownBy(() -> new OverviewReport().write(root))
                .withMessage(results + ": schema 2, expected 3."
                        + " The goal 'report' makes this file: run it again for this experiment.");
    }

    @Test
    void refusesDamagedResults() throws Exception {
        report("garments-to-digits");
        Path results = root.resolve("garments-to-digits/results.json");
        Files.writeString(results, Files.readString(results).substring(0, 40));

        assertThatIOException()
                .isThrownBy(() -> new OverviewReport().write(root))
                .withMessageStartingWith(results + ": ")
                .withMessageEndingWith("The goal 'report' makes this file: run it again for this experiment.");
    }

    private void report(String name) throws Exception {
        new ExperimentReport()
                .write(new ExperimentFixture(root.resolve(name))
                        .tests(50)
                        .transferSize(50)
                        .write());
    }
}
