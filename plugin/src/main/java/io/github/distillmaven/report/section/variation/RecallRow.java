package io.github.distillmaven.report.section.variation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.experiment.ArmRole;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.metrics.TestAccuracy;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.jspecify.annotations.Nullable;

/**
 * Students that learnt labels of one kind, and the omitted classes.
 *
 * @param arm its name
 * @param temperature of the labels; 0 if they were hard
 * @param measured its numbers
 */
record RecallRow(String arm, double temperature, Results.Measured measured) {

    private static final String LABELS = "transfer.labels";
    private static final String TEMPERATURE = "transfer.temperature";

    /** One per kind of labels, hard ones first, then by rising temperature; of several arms with the same the first. */
    static List<RecallRow> of(ReportRequest request, Results results) {
        List<RecallRow> rows = new ArrayList<>();
        add(rows, Results.STUDENT, request.settings(), results);
        for (ExperimentArm arm : request.controls()) {
            if (arm.role() == ArmRole.COMPARISON && arm.control().isEmpty()) {
                add(rows, arm.name(), arm.settings(), results);
            }
        }
        rows.sort(Comparator.comparingDouble(RecallRow::temperature));
        return rows;
    }

    private static void add(List<RecallRow> rows, String arm, List<SettingValue> settings, Results results) {
        String labels = value(settings, LABELS);
        boolean soft = labels.equals("soft");
        if (soft || labels.equals("predicted")) {
            double temperature = soft ? Double.parseDouble(value(settings, TEMPERATURE)) : 0;
            if (rows.stream().noneMatch(row -> row.temperature() == temperature)) {
                rows.add(new RecallRow(arm, temperature, results.summary().arm(arm)));
            }
        }
    }

    private static String value(List<SettingValue> settings, String path) {
        return settings.stream()
                .filter(setting -> setting.path().equals(path))
                .map(SettingValue::value)
                .findFirst()
                .orElse("");
    }

    /** What its labels are called. */
    String level() {
        return temperature == 0
                ? "hard"
                : "T = " + BigDecimal.valueOf(temperature).stripTrailingZeros().toPlainString();
    }

    /** Right answers on an evaluation set; null if there are none. */
    Results.@Nullable Statistics on(String set) {
        return measured.evaluations().getOrDefault(set, Map.of()).get(TestAccuracy.LABEL);
    }
}
