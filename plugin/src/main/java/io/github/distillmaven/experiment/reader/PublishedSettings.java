package io.github.distillmaven.experiment.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.distillmaven.experiment.Preset;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.experiment.settings.SettingCatalog;
import io.github.distillmaven.extension.option.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Tells an experiment from the published one: all settings that change what is measured have to be those of the preset, however they
 * were set.
 *
 * @param catalog knows all settings
 */
record PublishedSettings(SettingCatalog catalog) {

    /**
     * What may differ: how often it is measured, on what and in which precision (which no source gives), beside what, and what is
     * refused. Everything else changes what is measured.
     */
    static final Set<String> FREE = Set.of(
            "preset",
            "presetFile",
            "seed",
            "replicates",
            "controls",
            "evaluationSets",
            "device",
            "threads",
            "instructionSet",
            "precision",
            "sideBySide",
            "teacher.evaluateEvery",
            "student.evaluateEvery",
            "transfer.minimumSize",
            "transfer.allowSmall");

    /**
     * The settings that differ, each such as {@code teacher.epochs is 1, not 10}.
     *
     * @param settings all that have a value
     */
    List<String> differences(Preset preset, List<SettingValue> settings) {
        List<String> differences = new ArrayList<>();
        for (Setting<?> setting : catalog.single()) {
            String path = setting.path();
            if (FREE.contains(path) || SettingCatalog.LOCAL.contains(path)) {
                continue;
            }
            String wanted = canonical(
                    setting, preset.values().containsKey(path) ? preset.values().get(path) : setting.defaultValue());
            String actual = settings.stream()
                    .filter(value -> value.path().equals(path))
                    .map(SettingValue::value)
                    .findFirst()
                    .orElse(ValueType.NONE);
            if (!Objects.equals(wanted, actual)) {
                differences.add(path + " is " + actual + ", not " + wanted);
            }
        }
        return differences;
    }

    private static String canonical(Setting<?> setting, @Nullable String text) {
        return text == null
                ? ValueType.NONE
                : ValueType.canonical(setting.type().read(text));
    }
}
