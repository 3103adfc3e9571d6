package io.github.distillmaven.experiment.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.Preset;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.own.OwnModel;
import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.experiment.settings.SettingCatalog;

/**
 * What is made of settings where the teacher is a model that is not trained: what presets say of a training counts for nothing, and what the
 * user says of it is refused. Without such a model, it is the other way round.
 */
final class UntrainedTeacher {

    private final Set<String> ofTraining;
    private final Set<String> ofModel;

    UntrainedTeacher(SettingCatalog catalog) {
        ofTraining = paths(catalog.ofTraining());
        ofModel = paths(catalog.model().all());
    }

    private static Set<String> paths(List<Setting<?>> settings) {
        return settings.stream().map(Setting::path).collect(Collectors.toSet());
    }

    /** Whether the preset or the user names a model. */
    static boolean isWantedBy(Preset preset, List<SettingLayer> written) {
        return Stream.concat(Stream.of(preset.values()), written.stream().map(SettingLayer::values))
                .anyMatch(values -> values.containsKey(OwnModel.SETTING));
    }

    /** The preset without what it says of a training. */
    Preset without(Preset preset) {
        Map<String, String> values = new LinkedHashMap<>(preset.values());
        values.keySet().removeAll(ofTraining);
        return new Preset(preset.name(), preset.title(), preset.published(), values);
    }

    /** Those of an experiment without a training. */
    List<SettingValue> without(List<SettingValue> settings) {
        return settings.stream()
                .filter(setting -> !ofTraining.contains(setting.path()))
                .toList();
    }

    /** One sentence or more for each setting of a training. */
    List<String> refusals(List<SettingLayer> written) {
        return refusals(
                written, ofTraining, "beside <model>, but a model of your own is not trained. Remove one of them.");
    }

    /** One sentence or more for each setting of a model, where there is none. */
    List<String> refusalsWithoutModel(List<SettingLayer> written) {
        return refusals(written, ofModel, "without <model>, which it is for. Remove it, or name a <model>.");
    }

    private static List<String> refusals(List<SettingLayer> written, Set<String> refused, String reason) {
        List<String> problems = new ArrayList<>();
        written.stream()
                .flatMap(layer -> layer.values().keySet().stream())
                .filter(refused::contains)
                .distinct()
                .sorted()
                .forEach(path -> problems.add("%s is set %s".formatted(Setting.element(path), reason)));
        return problems;
    }
}
