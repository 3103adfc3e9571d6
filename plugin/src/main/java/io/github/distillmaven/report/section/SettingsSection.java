package io.github.distillmaven.report.section;

import java.util.List;
import java.util.Optional;

import gg.jte.Content;
import io.github.distillmaven.report.Section;
import io.github.distillmaven.report.Subject;
import io.github.distillmaven.report.account.NetworkRow;
import io.github.distillmaven.report.account.SettingRow;
import io.github.distillmaven.report.account.SettingTable;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.jspecify.annotations.Nullable;
import org.kohsuke.MetaInfServices;

/** All settings, and who set them. */
@MetaInfServices(Section.class)
public final class SettingsSection extends PageSection {

    /**
     * What the template prints.
     *
     * @param preset null if none
     * @param networks those of the user's own that models have
     */
    public record SettingsModel(
            @Nullable String preset,
            long seed,
            boolean replicated,
            List<SettingRow> settings,
            List<NetworkRow> networks) {

        /** What the preset or the user says, with what the other model has in its place. */
        public SettingTable chosen() {
            SettingTable all = SettingTable.of(settings);
            return new SettingTable(
                    all.others().stream().filter(row -> !row.isDefault()).toList(),
                    all.ofModels().stream().filter(pair -> !pair.isDefault()).toList());
        }

        /** All else. */
        public SettingTable defaults() {
            SettingTable all = SettingTable.of(settings);
            return new SettingTable(
                    all.others().stream().filter(SettingRow::isDefault).toList(),
                    all.ofModels().stream().filter(SettingTable.Pair::isDefault).toList());
        }
    }

    public SettingsSection() {
        super("settings", "all settings, and who set them", 100, "Settings");
    }

    @Override
    public Optional<Content> content(Subject subject) {
        ReportRequest request = subject.request();
        return Optional.of(subject.content(
                "settings",
                new SettingsModel(
                        request.preset(),
                        request.seed(),
                        request.replicated(),
                        SettingRow.of(request.settings()),
                        NetworkRow.of(subject.evidence().first()))));
    }
}
