package io.github.distillmaven.experiment.reader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.ExperimentName;
import io.github.distillmaven.experiment.Gate;
import io.github.distillmaven.experiment.Preset;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.rules.ExperimentRules;
import io.github.distillmaven.experiment.rules.KnownDatasets;
import io.github.distillmaven.experiment.rules.KnownMetrics;
import io.github.distillmaven.experiment.settings.DatasetSettings;
import io.github.distillmaven.experiment.settings.ResolvedSettings;
import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.experiment.settings.SettingCatalog;
import io.github.distillmaven.experiment.settings.StudentSettings;
import io.github.distillmaven.experiment.settings.UserPath;
import io.github.distillmaven.extension.Network;

/** Turns what the user wrote into an experiment, or says everything that is wrong with it. */
public final class ExperimentReader {

    private final PresetCatalog presets = new PresetCatalog();
    private final KnownDatasets datasets;
    private final KnownMetrics metrics;
    private final SettingCatalog catalog;

    /** @param metrics that an experiment comes to */
    public ExperimentReader(KnownDatasets datasets, KnownMetrics metrics) {
        this(datasets, metrics, List.of());
    }

    /**
     * @param metrics that an experiment comes to
     * @param networks that the user declares
     */
    public ExperimentReader(KnownDatasets datasets, KnownMetrics metrics, List<Network> networks) {
        this.datasets = datasets;
        this.metrics = metrics;
        this.catalog = new SettingCatalog(datasets.names(), presets.names(), networks);
    }

    /** Everything that a user can set. */
    public SettingCatalog catalog() {
        return catalog;
    }

    /**
     * Reads an experiment.
     *
     * @param name its name
     * @param layers what the user wrote, weakest first; the preset that they name, and the defaults, go below them
     * @throws InvalidExperimentException if a name is unknown, a value is out of range, or values contradict each other
     */
    public Experiment read(String name, List<SettingLayer> layers) throws InvalidExperimentException {
        return read(name, layers, List.of(), Path.of(""));
    }

    /**
     * Reads an experiment of which something is known to be wrong.
     *
     * @param name its name
     * @param found what is wrong with it, of what is not in the layers; one sentence or more for each
     * @param written what the user wrote, weakest first; the preset that they name, and the defaults, go below it. What is of the
     *     preset itself there, such as a cell that it sweeps, counts as its own
     * @param base folder that a preset file is relative to
     * @throws InvalidExperimentException if a name is unknown, a value is out of range, values contradict each other, or
     *     something was found wrong before
     */
    public Experiment read(String name, List<SettingLayer> written, List<String> found, Path base)
            throws InvalidExperimentException {
        List<SettingLayer> layers =
                written.stream().filter(layer -> !isOfPreset(layer)).toList();
        List<String> problems = new ArrayList<>(found);
        ExperimentName.refusal(name).ifPresent(problems::add);
        UnknownElements unknown = new UnknownElements(catalog.all(), "An experiment");
        layers.stream()
                .flatMap(layer -> unknown.problems(layer).stream())
                .distinct()
                .forEach(problems::add);
        Preset chosen = preset(layers, base, problems);
        for (SettingLayer layer : written) {
            chosen = isOfPreset(layer) ? chosen.over(layer.values()) : chosen;
        }
        UntrainedTeacher untrained = new UntrainedTeacher(catalog);
        boolean given = UntrainedTeacher.isWantedBy(chosen, layers);
        problems.addAll(given ? untrained.refusals(layers) : untrained.refusalsWithoutModel(layers));
        Preset preset = given ? untrained.without(chosen) : chosen;
        List<SettingLayer> complete = new ArrayList<>();
        complete.add(new SettingLayer(SettingValue.Origin.PRESET, preset.values()));
        complete.addAll(layers);

        LayeredSettings read = new LayeredSettings(complete, Setting::element, problems).read(settings(layers));
        List<SettingValue> settings = given ? untrained.without(read.settings()) : read.settings();
        if (problems.isEmpty()) {
            problems.addAll(missing(read.values()));
        }
        List<String> differences = new PublishedSettings(catalog).differences(preset, read.settings());
        Gate gate = new GateReader(catalog, metrics, complete).read(read.values(), differences, problems);
        List<ExperimentArm> arms = problems.isEmpty()
                ? new ArmReader(catalog, datasets, complete, problems).read(read.values())
                : List.of();
        if (problems.isEmpty()) {
            Experiment experiment =
                    assemble(name, preset.with(differences), arms, read.values(), settings, lists(layers), gate);
            problems.addAll(datasets.prepare(experiment));
            if (problems.isEmpty()) {
                problems.addAll(new ExperimentRules(datasets, catalog).violations(experiment));
            }
            if (problems.isEmpty()) {
                return experiment;
            }
        }
        throw new InvalidExperimentException(name, problems);
    }

    /**
     * What the preset says that the user's layers name; the default's where something is wrong with that, which {@link #read} says.
     *
     * @param base folder that a preset file is relative to
     */
    public Map<String, String> ofPreset(List<SettingLayer> layers, Path base) {
        return preset(layers, base, new ArrayList<>()).values();
    }

    private static boolean isOfPreset(SettingLayer layer) {
        return layer.origin() == SettingValue.Origin.PRESET;
    }

    private Experiment assemble(
            String name,
            Preset preset,
            List<ExperimentArm> arms,
            ResolvedSettings values,
            List<SettingValue> settings,
            Map<String, String> lists,
            Gate gate) {
        return new Experiment(
                name,
                preset,
                values.get(catalog.seed()),
                catalog.source().read(values),
                catalog.classes(values),
                catalog.validation(values),
                catalog.model().read(values),
                catalog.teacher().read(values),
                arms,
                catalog.evaluationSets(values),
                values.get(catalog.replicates()).intValue(),
                catalog.run().read(values),
                catalog.store().read(values),
                gate,
                settings,
                lists);
    }

    private static Map<String, String> lists(List<SettingLayer> layers) {
        Map<String, String> lists = new LinkedHashMap<>();
        ArmReader.written(layers).forEach((path, text) -> {
            if (StudentSettings.belongs(path) || DatasetSettings.belongs(path)) {
                lists.put(path, text.strip());
            }
        });
        return lists;
    }

    /** The preset that the layers name, or their file; the default where something is wrong with that. */
    private Preset preset(List<SettingLayer> layers, Path base, List<String> problems) {
        Optional<String> file = written(layers, catalog.presetFile());
        Optional<String> named = written(layers, catalog.preset()).map(String::strip);
        if (file.isPresent() && named.isPresent()) {
            problems.add(
                    "<preset> and <presetFile> are both set, but an experiment starts from one. Remove one of them.");
        }
        Optional<Preset> preset = file.isPresent()
                ? ofFile(base, file.get(), problems)
                : named.filter(presets.names()::contains).map(presets::read);
        return preset.orElseGet(() -> presets.read(PresetCatalog.DEFAULT));
    }

    private Optional<Preset> ofFile(Path base, String text, List<String> problems) {
        try {
            return new PresetFile(base.resolve(UserPath.read(text)), catalog, presets).read(problems);
        } catch (IllegalArgumentException noPath) {
            // The setting itself is refused.
            return Optional.empty();
        }
    }

    /** Every preset of the plugin has these, but a file may not. */
    private List<String> missing(ResolvedSettings values) {
        return Stream.of(catalog.dataset(), catalog.transfer().inputs())
                .filter(setting -> values.find(setting).isEmpty())
                .map(setting -> "%s is missing: neither <presetFile> nor the POM gives it."
                        .formatted(Setting.element(setting.path())))
                .toList();
    }

    /** Those that have one value. An experiment of a file has no named preset. */
    private List<Setting<?>> settings(List<SettingLayer> layers) {
        boolean named = written(layers, catalog.presetFile()).isEmpty();
        return catalog.single().stream()
                .filter(setting -> named || setting != catalog.preset())
                .toList();
    }

    /** What the strongest layer says that says something. */
    private static Optional<String> written(List<SettingLayer> layers, Setting<?> setting) {
        return layers.stream()
                .map(SettingLayer::values)
                .filter(values -> values.containsKey(setting.path()))
                .map(values -> values.get(setting.path()))
                .reduce((weaker, stronger) -> stronger);
    }
}
