package io.github.distillmaven.report.section.budget;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.distillmaven.experiment.ArmRole;
import io.github.distillmaven.experiment.ControlArms;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.SettingValue.Origin;
import io.github.distillmaven.report.ExperimentReport;
import io.github.distillmaven.results.ExperimentFixture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The section on the number of examples")
class BudgetSectionTest {

    private static final String HEADING = "Accuracy over the number of examples";

    @TempDir
    private Path folder;

    /** A student that differs from the fixture's treatment in its transfer set, and if it is of another network in that. */
    private static ExperimentArm student(String name, String examples, String network) {
        return new ExperimentArm(
                name,
                ArmRole.COMPARISON,
                null,
                null,
                Optional.empty(),
                "transfer.examples %s instead of 0".formatted(examples),
                List.of(
                        new SettingValue("transfer.examples", examples, Origin.POM),
                        new SettingValue("student.network", network, Origin.PRESET)),
                "students/" + name);
    }

    private String page(ExperimentFixture experiment) throws Exception {
        new ExperimentReport().write(experiment.write());
        return Files.readString(folder.resolve("report/index.html"));
    }

    private ExperimentFixture experiment() {
        return new ExperimentFixture(folder).tests(50).transferSize(60);
    }

    private List<String> table() throws Exception {
        return Files.readAllLines(folder.resolve("report/accuracy-over-examples.csv"));
    }

    private String figure() throws Exception {
        return Files.readString(folder.resolve("report/accuracy-over-examples-light.svg"));
    }

    @Test
    @DisplayName("has a curve of the students that differ in nothing else, the fewest examples first")
    void hasOneCurve() throws Exception {
        ExperimentArm tenth = student("tenth", "6", "cnn");
        ExperimentArm half = student("half", "30", "cnn");

        String page = page(experiment()
                .replicates(3)
                .controls(ControlArms.SHUFFLED, half, tenth)
                .transferSize(half, 30)
                .transferSize(tenth, 6));

        assertThat(page).contains(HEADING, "href=\"#budget\"", "<a href=\"accuracy-over-examples.csv\">");
        assertThat(table())
                .hasSize(4)
                .startsWith(
                        "curve,arm,examples,replicates,testAccuracy,standardDeviation,intervalLow,intervalHigh,published,agreement,agreementLow,agreementHigh");
        assertThat(table().subList(1, 4))
                .extracting(line -> Arrays.asList(line.split(",", -1)).subList(0, 4))
                .containsExactly(
                        List.of("1", "tenth", "6", "3"),
                        List.of("1", "half", "30", "3"),
                        List.of("1", "student", "60", "3"));
        assertThat(table().get(3)).contains(",0.9104,");
        assertThat(figure())
                .contains("examples in the transfer set", ">chance</text>")
                .doesNotContain("cnn", "NaN");
    }

    @Test
    @DisplayName("has a second figure, of the agreement with the teacher")
    void hasTheAgreement() throws Exception {
        ExperimentArm half = student("half", "30", "cnn");

        String page = page(experiment().controls(half).transferSize(half, 30));

        assertThat(page)
                .contains("agreement-over-examples-light.svg", "<th scope=\"col\" class=\"number\">Agreement</th>");
        assertThat(Files.readString(folder.resolve("report/agreement-over-examples-light.svg")))
                .contains("Agreement with the teacher on the test set", "answers of the teacher</text>")
                .doesNotContain("NaN");
        assertThat(table().get(1).split(",", -1)).hasSize(12).doesNotContain("NaN");
    }

    @Test
    @DisplayName("is of students too that saw fewer examples more often, unless others saw as many")
    void epochsMayFall() throws Exception {
        ExperimentArm half = epochs("half", "30", "20");
        ExperimentArm again = epochs("again", "30", "40");

        page(experiment().controls(half).transferSize(half, 30));
        assertThat(table()).extracting(line -> line.split(",")[0]).containsExactly("curve", "1", "1");

        assertThat(page(experiment()
                        .controls(half, again)
                        .transferSize(half, 30)
                        .transferSize(again, 30)))
                .doesNotContain(HEADING);
    }

    private static ExperimentArm epochs(String name, String examples, String epochs) {
        ExperimentArm arm = student(name, examples, "cnn");
        List<SettingValue> settings = new ArrayList<>(arm.settings());
        settings.add(new SettingValue("student.epochs", epochs, Origin.POM));
        return new ExperimentArm(
                name, ArmRole.COMPARISON, null, null, Optional.empty(), arm.meaning(), settings, "students/" + name);
    }

    @Test
    @DisplayName("names curves by what their students differ in besides")
    void hasTwoCurves() throws Exception {
        ExperimentArm half = student("half", "30", "cnn");
        ExperimentArm linear = student("linear", "60", "linear");
        ExperimentArm linearHalf = student("linear-half", "30", "linear");

        page(experiment()
                .controls(half, linear, linearHalf)
                .transferSize(half, 30)
                .transferSize(linearHalf, 30));

        assertThat(table()).extracting(line -> line.split(",")[0]).containsExactly("curve", "1", "1", "2", "2");
        assertThat(figure()).contains(">network cnn</text>", ">network linear</text>");
    }

    @Test
    @DisplayName("names curves of labels, soft labels and noise in words, as few as tell them apart")
    void namesCurvesInWords() throws Exception {
        ExperimentArm labels = of("labels", "30", "predicted", "none");
        ExperimentArm all = of("all", "40", "predicted", "none");
        ExperimentArm soft = of("soft", "30", "soft", "none");
        ExperimentArm softAll = of("soft-all", "40", "soft", "none");
        ExperimentArm noise = of("noise", "30", "predicted", "gaussian");
        ExperimentArm noiseAll = of("noise-all", "40", "predicted", "gaussian");

        page(experiment()
                .controls(labels, all, soft, softAll, noise, noiseAll)
                .transferSize(labels, 30)
                .transferSize(all, 40)
                .transferSize(soft, 30)
                .transferSize(softAll, 40)
                .transferSize(noise, 30)
                .transferSize(noiseAll, 40));

        assertThat(figure())
                .contains(">labels</text>", ">soft labels</text>", ">Gaussian noise instead of images</text>")
                .doesNotContain("predicted", "noise none");
    }

    private static ExperimentArm of(String name, String examples, String labels, String noise) {
        ExperimentArm arm = student(name, examples, "cnn");
        List<SettingValue> settings = new ArrayList<>(arm.settings());
        settings.add(new SettingValue("transfer.labels", labels, Origin.POM));
        settings.add(new SettingValue("transfer.temperature", "1.0", Origin.POM));
        settings.add(new SettingValue("transfer.noise", noise, Origin.POM));
        settings.add(new SettingValue("student.evaluateEvery", examples, Origin.POM));
        return new ExperimentArm(
                name, ArmRole.COMPARISON, null, null, Optional.empty(), arm.meaning(), settings, "students/" + name);
    }

    @Test
    @DisplayName("is not there where all students have as many examples, or differ in more")
    void isNotThereWithoutACurve() throws Exception {
        ExperimentArm other = student("other", "30", "mlp");

        assertThat(page(experiment().controls(ControlArms.SHUFFLED, other).transferSize(other, 30)))
                .doesNotContain(HEADING);
        assertThat(folder.resolve("report/accuracy-over-examples.csv")).doesNotExist();
    }
}
