package io.github.distillmaven.report.section.variation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.distillmaven.experiment.ArmRole;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.SettingValue.Origin;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.report.ExperimentReport;
import io.github.distillmaven.report.StrictPage;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.ExperimentFixture;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.ResultsFile;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The section of omitted classes")
class RecallSectionTest {

    private static final List<String> BIASED = List.of("test", "omitted", "omitted-with-bias", "test-with-bias");

    @TempDir
    private Path folder;

    private static ExperimentArm arm(String name, String labels, String temperature) {
        return new ExperimentArm(
                name, ArmRole.COMPARISON, null, null, Optional.empty(), "labels", settings(labels, temperature), "");
    }

    private static List<SettingValue> settings(String labels, String temperature) {
        return List.of(
                new SettingValue("transfer.labels", labels, Origin.PRESET),
                new SettingValue("transfer.temperature", temperature, Origin.PRESET));
    }

    /** What students answer to the test images stands for what they answer to held-out ones. */
    private ReportRequest request(int replicates, List<String> sets, ExperimentArm... arms) throws Exception {
        ReportRequest written = new ExperimentFixture(folder)
                .tests(200)
                .transferSize(50)
                .replicates(replicates)
                .controls(arms)
                .write();
        try (var files = Files.walk(folder)) {
            for (Path logits : files.filter(file -> file.endsWith("logits.npy")).toList()) {
                Path evaluations = Files.createDirectories(logits.resolveSibling("evaluations"));
                Files.copy(logits, evaluations.resolve("validation.npy"), StandardCopyOption.REPLACE_EXISTING);
                Files.copy(
                        logits.resolveSibling("predictions.csv"),
                        evaluations.resolve("validation.csv"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        List<SettingValue> settings = new ArrayList<>(written.settings());
        settings.addAll(settings("soft", "20.0"));
        return new ReportRequest(
                written.experiment(),
                written.preset(),
                written.replicates(),
                written.controls(),
                sets,
                new EvaluationSet.Setup(10, Set.of(3), 0.1),
                settings,
                written.lists(),
                written.published(),
                written.teacherData(),
                written.inputs(),
                written.perturbation(),
                written.originals(),
                written.folder(),
                written.data(),
                written.occasion());
    }

    private StrictPage page(ReportRequest request) throws Exception {
        new ExperimentReport().write(request);
        return new StrictPage(folder.resolve("report/index.html"));
    }

    private static List<String> rows(StrictPage page) {
        return page.elements("tr").stream()
                .map(Element::getTextContent)
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .filter(text -> text.matches("(hard|T = [0-9.]+) (hard|cold|warm|true|again|student) [0-9].*"))
                .toList();
    }

    @Test
    @DisplayName("shows recall by rising temperature, hard labels first, raw and with a bias")
    void showsRecallByTemperature() throws Exception {
        StrictPage page = page(request(
                3,
                BIASED,
                arm("cold", "soft", "1.0"),
                arm("hard", "predicted", "1.0"),
                arm("warm", "soft", "2.5"),
                arm("true", "true", "1.0")));

        page.assertNothingForbidden();
        page.assertAccessible();
        Results results = ResultsFile.in(folder).read();
        Results.Statistics recall =
                results.summary().arm("hard").evaluations().get("omitted").get("testAccuracy");
        Results.Statistics biased = results.summary()
                .arm("hard")
                .evaluations()
                .get("omitted-with-bias")
                .get("testAccuracy");
        assertThat(rows(page)).hasSize(4);
        assertThat(rows(page).get(0))
                .startsWith("hard hard " + Numbers.mean(recall) + " " + Numbers.meanInterval(recall) + " "
                        + Numbers.mean(biased) + " ");
        assertThat(rows(page))
                .extracting(row -> row.replaceAll("^(hard|T = [0-9.]+) (\\S+) .*", "$1 $2"))
                .containsExactly("hard hard", "T = 1 cold", "T = 2.5 warm", "T = 20 student");
        assertThat(page.text())
                .contains("Recall of the omitted classes")
                .contains("Share of the test images of 3 that students answer right")
                .contains("so only the recall without the bias is that of a student that knows nothing about them.");
        assertThat(folder.resolve("report/recall-light.svg")).isRegularFile();
        assertThat(folder.resolve("report/recall-dark.svg")).isRegularFile();
        assertThat(Files.readString(folder.resolve("report/recall-light.svg")))
                .contains("<title>Recall of 3 by temperature of the labels. raw: hard " + Numbers.mean(recall)
                        + ", T = 1 ")
                .contains("with bias: hard ");
    }

    @Test
    @DisplayName(
            "leaves out what was not evaluated, and is not there for labels of one kind, or without the omitted images")
    void leavesOutWhatIsNotKnown() throws Exception {
        StrictPage raw = page(request(1, List.of("test", "omitted"), arm("hard", "predicted", "1.0")));

        assertThat(raw.text()).contains("Recall of the omitted classes").doesNotContain("Recall with bias");
        assertThat(rows(raw)).hasSize(2);
        assertThat(page(request(1, List.of("test", "omitted"), arm("again", "soft", "20.0")))
                        .text())
                .doesNotContain("Recall of the omitted classes");
        assertThat(page(request(1, List.of("test"), arm("hard", "predicted", "1.0")))
                        .text())
                .doesNotContain("Recall of the omitted classes");
    }
}
