package io.github.distillmaven.experiment.sweep;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.experiment.settings.SettingCatalog;
import io.github.distillmaven.experiment.settings.SweepSettings;
import io.github.distillmaven.text.NearestName;

/**
 * Which settings can be swept: those that say what an experiment is, but for some that all cells have in common.
 *
 * @param catalog of all settings
 */
record Unswept(SettingCatalog catalog) {

    private static final String ALIKE = "all cells are measured in the same way, so that they can be compared";

    private static final Map<String, String> REASONS = Map.of(
            SettingCatalog.NAME,
            "a cell is named for the experiment and its own settings",
            "preset",
            "a sweep begins with one preset. Give each preset an <execution> of its own",
            "presetFile",
            "a sweep begins with one preset. Give each preset an <execution> of its own",
            "seed",
            "each replicate has a seed of its own: set <replicates>",
            "replicates",
            "all cells have as many. Set <replicates> beside <sweep>",
            "controls",
            ALIKE + ". Set <controls> beside <sweep>",
            "evaluationSets",
            ALIKE + ". Set <evaluationSets> beside <sweep>");

    private static final Map<String, String> LISTS = Map.of(
            "expectations",
            "expectations hold for every cell. Write <expectations> beside <sweep>",
            "students",
            ALIKE + ". Write <students> beside <sweep>",
            "datasets",
            "data sets are declared for all cells. Sweep <teacher.dataset> or <transfer.inputs>",
            "networks",
            "networks are declared for all cells. Sweep <teacher.network> or <student.network>",
            SweepSettings.PATH,
            "a sweep is not made of sweeps");

    private static final String PLACE =
            "it says how and where the build works, which is the same for all cells. Set %s beside <sweep>";

    /**
     * Why a setting cannot be swept.
     *
     * @param where it is written
     * @return a sentence or more; empty if it can
     */
    Optional<String> refusal(String where, String path) {
        return reason(path)
                .map(reason -> "%s cannot be swept: %s.".formatted(where, reason))
                .or(() -> unknown(where, path));
    }

    private Optional<String> reason(String path) {
        String list = LISTS.get(path.replaceFirst("\\..*", ""));
        if (list != null) {
            return Optional.of(list);
        }
        if (REASONS.containsKey(path)) {
            return Optional.of(REASONS.get(path));
        }
        return catalog.single().stream()
                .filter(setting ->
                        setting.path().equals(path) && !catalog.scientific().contains(setting))
                .findFirst()
                .map(setting -> PLACE.formatted(Setting.element(path)));
    }

    private Optional<String> unknown(String where, String path) {
        List<String> paths = catalog.scientific().stream()
                .map(Setting::path)
                .filter(known -> !REASONS.containsKey(known))
                .toList();
        return paths.contains(path)
                ? Optional.empty()
                : Optional.of("%s is not known.%s A sweep takes settings by their paths, such as <teacher.epochs>."
                        .formatted(
                                where,
                                NearestName.of(path, paths)
                                        .map(near -> " Did you mean <" + near + ">?")
                                        .orElse("")));
    }
}
