package io.github.distillmaven.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.distillmaven.report.ExperimentReport;
import io.github.distillmaven.results.ExperimentFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

@DisplayName("The experiments in a module's site")
class SiteReportTest {

    @TempDir
    Path folder;

    private Path results;
    private Path site;
    private final RecordedPage page = new RecordedPage();

    @BeforeEach
    void placeFolders() {
        results = folder.resolve("target/distill");
        site = folder.resolve("another site");
    }

    @Test
    void areCopiedWithAllThatTheirPagesLinkTo() throws Exception {
        report("zweite Stufe ü", 1);
        Path experiment = report("x", 1);
        Files.writeString(experiment.resolve("replicates.csv"), "seed\n1\n");

        boolean shown = new SiteReport(results, List.of()).write(site, page.sink());

        assertThat(shown).isTrue();
        assertThat(page.open()).isZero();
        assertThat(page.links())
                .contains(
                        "./distill/x/report/index.html",
                        "./distill/zweite%20Stufe%20%C3%BC/report/index.html",
                        "./distill/index.html")
                .allSatisfy(
                        link -> assertThat(Path.of(site.toUri().resolve(link))).isRegularFile());
        assertThat(page.images()).containsExactly("./distill/accuracies-light.svg");
        assertThat(site.resolve("distill/accuracies-light.svg")).isRegularFile();
        assertThat(filesBelow(site.resolve("distill/x/report"))).isEqualTo(filesBelow(experiment.resolve("report")));
        assertThat(site.resolve("distill/x/results.json")).hasSameBinaryContentAs(experiment.resolve("results.json"));
        assertThat(site.resolve("distill/x/replicates.csv")).hasContent("seed\n1");
        assertThat(site.resolve("distill/x/teacher")).doesNotExist();
        assertThat(Files.readString(site.resolve("distill/index.html"))).contains("in 2 experiments.");
    }

    @Test
    void areAnsweredInASentenceEach() throws Exception {
        report("one", 1);
        report("three", 3);

        new SiteReport(results, List.of()).write(site, page.sink());

        assertThat(page.text().replace('\u00a0', ' '))
                .containsPattern("one\n: trained only on its teacher's labels, the student classifies [0-9.]+% of the"
                        + " test set correctly; chance is 10%. One network, no verdict.")
                .containsPattern("three\n: trained only on its teacher's labels, the student on average classifies"
                        + " [0-9.]+ ± [0-9.]+% of the test set correctly; chance is 10%.");
    }

    @Test
    void replaceThoseOfAnEarlierSite() throws Exception {
        report("x", 1);
        Files.createDirectories(site.resolve("distill/renamed"));

        new SiteReport(results, List.of()).write(site, page.sink());

        assertThat(site.resolve("distill/renamed")).doesNotExist();
        assertThat(site.resolve("distill/x")).isDirectory();
    }

    @Test
    void areMissedWithTheCommandThatMakesThem() throws Exception {
        Files.createDirectories(site.resolve("distill/x"));

        boolean shown = new SiteReport(results, List.of()).write(site, page.sink());

        assertThat(shown).isFalse();
        assertThat(page.open()).isZero();
        assertThat(page.text())
                .contains("No experiment has been reported yet. mvn verify site\n"
                        + " runs the experiments before it builds this site.");
        assertThat(site.resolve("distill")).doesNotExist();
    }

    @Test
    void ofModulesBelowAreShownOnceTheyAreReported() throws Exception {
        report("x", 1);
        SiteModule first = new SiteModule("The first", "./one/distill.html", results);
        SiteModule second = new SiteModule("The second", "./two/distill.html", site.resolve("none"));

        new SiteReport(site.resolve("nothing"), List.of(first, second)).write(site, page.sink());

        assertThat(page.links())
                .containsExactly("./one/distill.html", "./one/distill/x/report/index.html", "./two/distill.html");
        assertThat(page.text())
                .contains("The first", "x\n: trained only on its teacher's labels, the student classifies")
                .doesNotContain("No experiment");
        assertThat(page.open()).isZero();
    }

    @Test
    void areRefusedIfTheirResultsAreOfAnotherVersion() throws Exception {
        Path experiment = report("x", 1);
        Path file = Files.writeString(experiment.resolve("results.json"), "{\"schema\" : 1}");

        assertThatIOException()
                .isThrownBy(() -> new SiteReport(results, List.of()).write(site, page.sink()))
                .withMessage(file + ": schema 1, expected 5."
                        + " The goal 'report' makes this file: run it again for this experiment.");
        assertThat(site).doesNotExist();
    }

    private Path report(String name, int replicates) throws Exception {
        Path experiment = results.resolve(name);
        new ExperimentReport()
                .write(new ExperimentFixture(experiment)
                        .tests(50)
                        .transferSize(50)
                        .replicates(replicates)
                        .write());
        return experiment;
    }

    private static List<String> filesBelow(Path root) throws Exception {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString()).sorted().toList();
        }
    }
}
