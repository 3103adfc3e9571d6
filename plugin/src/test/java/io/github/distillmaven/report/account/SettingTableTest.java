package io.github.distillmaven.report.account;

import java.util.List;

import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.SettingValue.Origin;
import io.github.distillmaven.report.section.SettingsSection.SettingsModel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The table of settings")
class SettingTableTest {

    private static final List<SettingRow> ROWS = SettingRow.of(List.of(
            new SettingValue("seed", "1", Origin.DEFAULT),
            new SettingValue("teacher.dataset", "mnist", Origin.PRESET),
            new SettingValue("teacher.epochs", "3", Origin.POM),
            new SettingValue("teacher.width", "64", Origin.DEFAULT),
            new SettingValue("transfer.keep", "wrong", Origin.PRESET),
            new SettingValue("student.epochs", "10", Origin.DEFAULT),
            new SettingValue("student.width", "64", Origin.DEFAULT)));

    @Test
    @DisplayName("has what teacher and student both have side by side")
    void sideBySide() {
        SettingTable table = SettingTable.of(ROWS);

        assertThat(table.others()).extracting(SettingRow::path).containsExactly("seed", "transfer.keep");
        assertThat(table.ofModels())
                .extracting(pair -> pair.name() + ": " + value(pair.teacher()) + ", " + value(pair.student()))
                .containsExactly("dataset: mnist, none", "epochs: 3, 10", "width: 64, 64");
        assertThat(table.size()).isEqualTo(7);
    }

    @Test
    @DisplayName("shows the default of one model beside what was chosen for the other, and folds the rest away")
    void chosen() {
        SettingsModel model = new SettingsModel(null, 1, false, ROWS, List.of());

        assertThat(model.chosen().ofModels())
                .extracting(SettingTable.Pair::name)
                .containsExactly("dataset", "epochs");
        assertThat(model.chosen().others()).extracting(SettingRow::path).containsExactly("transfer.keep");
        assertThat(model.defaults().ofModels())
                .extracting(SettingTable.Pair::name)
                .containsExactly("width");
        assertThat(model.defaults().others()).extracting(SettingRow::path).containsExactly("seed");
    }

    private static String value(SettingRow row) {
        return row == null ? "none" : row.value();
    }
}
