package io.github.distillmaven.report.account;

import java.util.List;

import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.SettingValue.Origin;

/**
 * One line of the settings' table.
 *
 * @param origin where the value was set, in words
 * @param changed whether this build set it, rather than the preset or a default
 * @param isDefault whether nobody set it
 */
public record SettingRow(String path, String value, String origin, boolean changed, boolean isDefault) {

    public static List<SettingRow> of(List<SettingValue> settings) {
        return settings.stream()
                .map(setting -> new SettingRow(
                        setting.path(),
                        setting.value(),
                        inWords(setting.origin()),
                        setting.origin() != Origin.DEFAULT && setting.origin() != Origin.PRESET,
                        setting.origin() == Origin.DEFAULT))
                .toList();
    }

    private static String inWords(Origin origin) {
        return switch (origin) {
            case DEFAULT -> "default";
            case PRESET -> "preset";
            case PROJECT_PROPERTY -> "property of the project";
            case POM -> "POM";
            case COMMAND_LINE -> "command line";
        };
    }
}
