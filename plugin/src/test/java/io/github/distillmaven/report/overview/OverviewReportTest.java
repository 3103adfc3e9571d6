package io.github.distillmaven.report.overview;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.gate.Outcome;
import io.github.distillmaven.report.ExperimentReport;
import io.github.distillmaven.report.GateResult;
import io.github.distillmaven.report.StrictPage;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.ExperimentFixture;
import io.github.distillmaven.results.JsonFiles;
import io.github.distillmaven.results.Results;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

@DisplayName("The overview of a build")
class OverviewReportTest {

    @TempDir
    Path root;

    @Test
    void listsEveryReportedExperimentWithALinkThatExists() throws Exception {
        report("garments-to-digits");
        report("zweite Stufe ü");
        Files.createDirectories(root.resolve("not-reported-yet/teacher"));

        StrictPage page = new StrictPage(new OverviewReport().write(root, OverviewReportTest::refuse));

        page.assertNothingForbidden();
        page.assertAccessible();
        assertThat(page.elements("a"))
                .extracting(link -> link.getAttribute("href"))
                .containsExactly(
                        "accuracies-light.svg",
                        "./garments-to-digits/report/index.html",
                        "./zweite%20Stufe%20%C3%BC/report/index.html");
        assertThat(page.loadedFiles())
                .allSatisfy(file -> assertThat(root.resolve(file)).exists());
        assertThat(page.text()).contains("in 2 experiments").contains("One network each, no verdicts.");
        assertThat(page.elements("th")).extracting(Element::getTextContent).contains("Time");
    }

    @Test
    void saysWhatIsNotAsExpected() throws Exception {
        report("one");
        new GateResult(List.of(
                        new Outcome("student.testAccuracy >= 0.5", Outcome.Status.MET, "60.0%"),
                        new Outcome("student.agreement >= 0.9", Outcome.Status.UNMET, "70.0%, wanted at least 90%")))
                .write(root.resolve("one"));

        StrictPage page = new StrictPage(new OverviewReport().write(root, OverviewReportTest::refuse));

        page.assertAccessible();
        assertThat(page.elements("td"))
                .filteredOn(cell -> cell.getAttribute("class").equals("unmet"))
                .extracting(Element::getTextContent)
                .containsExactly("1 of 2 met");
        assertThat(page.text()).contains("one, not met: 70.0%, wanted at least 90%");
    }

    @Test
    void setsKeptResultsBesideEachOtherInTheOrderOfTheirPaths() throws Exception {
        report("x");
        Path kept = root.resolve("kept");
        Files.createDirectories(kept.resolve("b1c2/x"));
        Files.copy(root.resolve("x/results.json"), kept.resolve("b1c2/x/results.json"));
        Files.copy(root.resolve("x/results.json"), kept.resolve("a0.json"));
        Files.writeString(kept.resolve("c3.json"), "{}");
        Files.writeString(kept.resolve("b1c2/x/step.json"), "{}");
        List<String> warnings = new ArrayList<>();

        StrictPage page = new StrictPage(
                new OverviewReport().compare(KeptResults.below(kept), root.resolve("page"), warnings::add));

        page.assertAccessible();
        assertThat(page.elements("th"))
                .extracting(Element::getTextContent)
                .filteredOn(text -> text.startsWith("a0") || text.startsWith("b1c2"))
                .containsExactly("a0 fashion-to-mnist", "b1c2/x fashion-to-mnist");
        assertThat(warnings).hasSize(1).allMatch(warning -> warning.startsWith(kept.resolve("c3.json") + ": "));
        assertThat(page.text()).contains("In the order of their paths, for none of them names its commit.");
        assertThat(page.text()).contains("Result c3 is not listed: its results cannot be read.");
    }

    @Test
    void drawsATrendOverCommitsInTheOrderOfTheirTimes() throws Exception {
        Path kept = root.resolve("kept");
        keep(kept.resolve("a"), "2026-11-27T11:45:00Z", 3);
        keep(kept.resolve("b"), "2026-11-27T01:45:00Z", 3);
        keep(kept.resolve("c"), "2026-11-26T01:45:00Z", 2);
        keep(kept.resolve("d"), "", 2);

        StrictPage page = new StrictPage(new OverviewReport()
                .compare(KeptResults.below(kept), root.resolve("page"), OverviewReportTest::refuse));

        page.assertNothingForbidden();
        page.assertAccessible();
        assertThat(page.text())
                .contains("in 4 results of 1 experiment.")
                .contains("x over commits")
                .contains(
                        "In the order in which their commits were made. Last, in the order of their paths, those that name no commit: d/x.");
        assertThat(page.elements("th"))
                .extracting(Element::getTextContent)
                .filteredOn(text -> text.matches("[1-4]|[a-d]/x .*"))
                .containsExactly(
                        "1",
                        "2",
                        "3",
                        "c/x fashion-to-mnist",
                        "b/x fashion-to-mnist",
                        "a/x fashion-to-mnist",
                        "d/x fashion-to-mnist");
        assertThat(page.elements("td"))
                .extracting(cell -> cell.getTextContent().replace('\u00a0', ' '))
                .containsSubsequence("2026-11-26 01:45", "2026-11-27 01:45", "2026-11-27 11:45", "0.0 [0.0, 0.0]");
        assertThat(root.resolve("page/trend-1-light.svg")).content().contains("Result, by the time of its commit");
    }

    /** Of a commit that its time stands for. */
    private static void keep(Path folder, String committed, int replicates) throws Exception {
        new ExperimentReport()
                .write(new ExperimentFixture(folder.resolve("x"))
                        .tests(50)
                        .transferSize(50)
                        .replicates(replicates)
                        .committed(committed)
                        .write());
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
                .arm("student")
                .test();

        StrictPage page = new StrictPage(new OverviewReport().write(root, OverviewReportTest::refuse));

        page.assertAccessible();
        assertThat(page.text())
                .contains("Of several replicates: mean ± standard deviation.")
                .contains(Numbers.deviation(student.mean(), student.standardDeviation()))
                .contains("no verdict: fewer than 5 replicates");
    }

    @Test
    void saysThatThereIsNoExperiment() throws Exception {
        StrictPage page = new StrictPage(new OverviewReport().write(root, OverviewReportTest::refuse));

        assertThat(page.text()).contains("No experiment has been reported yet.");
    }

    @Test
    void isTheSameFromTheSameResults() throws Exception {
        report("garments-to-digits");

        byte[] first = Files.readAllBytes(new OverviewReport().write(root, OverviewReportTest::refuse));
        byte[] second = Files.readAllBytes(new OverviewReport().write(root, OverviewReportTest::refuse));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void namesTheFileOfResultsThatAreDamaged() throws Exception {
        report("garments-to-digits");
        Path results = root.resolve("garments-to-digits/results.json");
        Files.writeString(results, Files.readString(results).substring(0, 40));
        List<String> warnings = new ArrayList<>();

        new OverviewReport().write(root, warnings::add);

        assertThat(warnings)
                .singleElement(STRING)
                .startsWith(results + ": ")
                .endsWith("The goal 'report' makes this file: run it again for this experiment.");
    }

    @Test
    void groupsTheExperimentsOfSeveralModulesUnderLinksThatExist() throws Exception {
        report("first one/target/distill/x");
        report("second/target/distill/x");
        report("second/target/distill/y");
        Path parent = root.resolve("target/distill");

        StrictPage page = new StrictPage(new OverviewReport()
                .write(parent, List.of(module("first one"), module("second")), "", OverviewReportTest::refuse));

        page.assertNothingForbidden();
        page.assertAccessible();
        assertThat(page.text()).contains("in 3 experiments of 2 modules.");
        assertThat(page.elements("h2"))
                .extracting(heading -> heading.getTextContent().strip())
                .containsExactly("first one", "second");
        assertThat(page.elements("a"))
                .extracting(link -> link.getAttribute("href"))
                .containsExactly(
                        "accuracies-light.svg",
                        "../../first%20one/target/distill/x/report/index.html",
                        "accuracies-2-light.svg",
                        "../../second/target/distill/x/report/index.html",
                        "../../second/target/distill/y/report/index.html");
        assertThat(parent.resolve("../../first one/target/distill/x/report/index.html"))
                .exists();
        assertThat(page.loadedFiles())
                .allSatisfy(file -> assertThat(parent.resolve(file)).exists());
    }

    @Test
    void namesAnExperimentOfAModuleWhoseResultsCannotBeReadAndListsTheOthers() throws Exception {
        report("one/target/distill/old");
        report("one/target/distill/x");
        Path old = root.resolve("one/target/distill/old/results.json");
        Files.writeString(old, "{\"schema\" : 1}");
        List<String> warnings = new ArrayList<>();

        StrictPage page = new StrictPage(new OverviewReport().write(root, List.of(module("one")), "", warnings::add));

        page.assertAccessible();
        assertThat(warnings)
                .containsExactly(old + ": schema 1, expected 5."
                        + " The goal 'report' makes this file: run it again for this experiment.");
        assertThat(page.text())
                .contains("Experiment old is not listed: its results cannot be read.")
                .contains("in 1 experiment.");
        assertThat(page.elements("a"))
                .extracting(link -> link.getAttribute("href"))
                .containsExactly("accuracies-light.svg", "./one/target/distill/x/report/index.html");
    }

    @Test
    void isWrittenWhateverLiesUnderTheNamesOfANeighboursResults() throws Exception {
        report("one/target/distill/x");
        Path neighbours = root.resolve("one/target/distill");
        Files.createDirectories(neighbours.resolve("folder/results.json"));
        Files.writeString(
                Files.createDirectory(neighbours.resolve("deep")).resolve("results.json"),
                "{\"schema\":".repeat(5_000));
        Files.writeString(
                Files.createDirectory(neighbours.resolve("long")).resolve("results.json"),
                "{\"schema\":" + "1".repeat(10_000_000) + "}");
        List<String> warnings = new ArrayList<>();

        StrictPage page = new StrictPage(new OverviewReport().write(root, List.of(module("one")), "", warnings::add));

        assertThat(warnings).hasSize(3).allMatch(warning -> warning.startsWith(neighbours.toString()));
        assertThat(page.text())
                .contains("Experiment deep is not listed: its results cannot be read.")
                .contains("in 1 experiment.");
    }

    private ReportedModule module(String name) {
        return new ReportedModule(name, root.resolve(name).resolve("target/distill"));
    }

    private void report(String name) throws Exception {
        new ExperimentReport()
                .write(new ExperimentFixture(root.resolve(name))
                        .tests(50)
                        .transferSize(50)
                        .write());
    }

    private static void refuse(String warning) {
        throw new AssertionError(warning);
    }
}
