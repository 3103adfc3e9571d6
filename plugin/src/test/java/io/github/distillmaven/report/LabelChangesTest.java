package io.github.distillmaven.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.transfer.TransferTable;
import io.github.distillmaven.experiment.ControlArms;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.ArmFixture;
import io.github.distillmaven.results.ExperimentFixture;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.ResultsFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("How many labels a control changed")
class LabelChangesTest {

    @TempDir
    private Path root;

    @Test
    @DisplayName("is the mean over the replicates that know it")
    void isTheMeanOverTheReplicatesThatKnowIt() {
        Results results = new Results(
                Results.SCHEMA, "x", null, List.of(replicate(0.5, null), replicate(0.75, null)), null, null);

        assertThat(LabelChanges.of(results).sentence()).isEqualTo("Labels changed: shuffled 62.5%, random-subset –.");
    }

    @Test
    @DisplayName("is not spoken of without controls")
    void isNotSpokenOfWithoutControls() {
        assertThat(new LabelChanges(Map.of()).sentence()).isEmpty();
    }

    @Test
    @DisplayName(
            "stands on the page, in the log, the Markdown, results.json and the table of replicates, as one number")
    void standsEverywhere() throws Exception {
        Path folder = root.resolve("lab");
        WrittenReport written = new ExperimentReport()
                .write(new ExperimentFixture(folder)
                        .controls(ControlArms.SHUFFLED)
                        .studentExamples(1000)
                        .write());

        TransferTable treatment =
                TransferTable.read(folder.resolve("transfer/transfer.csv")).first(1000);
        TransferTable control = TransferTable.read(folder.resolve("controls/shuffled/transfer/transfer.csv"))
                .first(1000);
        double share = control.labelsChangedFrom(treatment);
        assertThat(share).isBetween(0.5, 0.99);
        String percent = Numbers.percent(share);
        assertThat(ResultsFile.in(folder)
                        .read()
                        .replicates()
                        .get(0)
                        .others()
                        .get("shuffled")
                        .labelsChanged())
                .isEqualTo(share);
        assertThat(written.summary()).contains("Labels changed: shuffled " + percent.replace('\u00a0', ' ') + ".");
        assertThat(written.markdown()).contains("\nLabels changed: shuffled " + percent + ".\n");
        assertThat(new StrictPage(folder.resolve("report/index.html")).text()).contains(percent);
        assertThat(Files.readString(folder.resolve("replicates.csv"))).contains("," + share + ",");
    }

    private static Results.Replicate replicate(Double shuffled, Double subset) {
        Map<String, Results.ArmNumbers> controls = new LinkedHashMap<>();
        controls.put("shuffled", ArmFixture.control(1, 1).numbers(null, shuffled));
        controls.put("random-subset", ArmFixture.control(1, 1).numbers(null, subset));
        return ArmFixture.replicate(1, "key", ArmFixture.teacher(), ArmFixture.student(1, 1), controls);
    }
}
