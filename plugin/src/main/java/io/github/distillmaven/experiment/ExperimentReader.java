package io.github.distillmaven.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns what the user wrote into an experiment, or says everything that is wrong with it. */
public final class ExperimentReader {

    private final PresetCatalog presets = new PresetCatalog();
    private final KnownDatasets datasets;
    private final KnownMetrics metrics;
    private final SettingCatalog catalog;

    /** @param metrics that an experiment comes to */
    public ExperimentReader(KnownDatasets datasets, KnownMetrics metrics) {
        this.datasets = datasets;
        this.metrics = metrics;
        this.catalog = new SettingCatalog(datasets, presets);
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
        return read(name, layers, List.of());
    }

    /**
     * Reads an experiment of which something is known to be wrong.
     *
     * @param name its name
     * @param found what is wrong with it, of what is not in the layers; one sentence or more for each
     * @param layers what the user wrote, weakest first; the preset that they name, and the defaults, go below them
     * @throws InvalidExperimentException if a name is unknown, a value is out of range, values contradict each other, or
     *     something was found wrong before
     */
    public Experiment read(String name, List<SettingLayer> layers, List<String> found)
            throws InvalidExperimentException {
        List<String> problems = new ArrayList<>(found);
        ExperimentName.refusal(name).ifPresent(problems::add);
        layers.forEach(layer -> refuseUnknownNames(layer, problems));
        Preset preset = preset(layers);
        List<SettingLayer> complete = new ArrayList<>();
        complete.add(new SettingLayer(SettingValue.Origin.PRESET, preset.values()));
        complete.addAll(layers);

        LayeredSettings read = new LayeredSettings(complete, Setting::element, problems).read(catalog.single());
        List<Expectation> expectations = expectations(complete, read.values(), problems);
        List<ExperimentArm> arms =
                problems.isEmpty() ? new ArmReader(catalog, complete, problems).read(read.values()) : List.of();
        if (problems.isEmpty()) {
            Experiment experiment = assemble(name, preset, arms, read, expectations);
            problems.addAll(new ExperimentRules(datasets, catalog).violations(experiment));
            if (problems.isEmpty()) {
                return experiment;
            }
        }
        throw new InvalidExperimentException(name, problems);
    }

    private List<Expectation> expectations(List<SettingLayer> layers, ResolvedSettings values, List<String> problems) {
        Map<String, String> written = new LinkedHashMap<>();
        layers.forEach(layer -> written.putAll(layer.values()));
        Set<String> controls = values.get(catalog.controls());
        List<String> known = catalog.knownControls().ids();
        // Where the list of controls is wrong, that is what to say, and not that one is missing in it.
        MetricScope scope = new MetricScope(
                ArmReader.names(controls == null ? known : List.copyOf(controls), layers),
                catalog.evaluationSets(values));
        return new ExpectationReader(metrics, known, scope, problems).read(written);
    }

    private Experiment assemble(
            String name,
            Preset preset,
            List<ExperimentArm> arms,
            LayeredSettings read,
            List<Expectation> expectations) {
        ResolvedSettings values = read.values();
        return new Experiment(
                name,
                preset.with(new PublishedSettings(catalog).differences(preset, read.settings())),
                values.get(catalog.seed()),
                values.get(catalog.dataset()),
                catalog.teacher().read(values),
                arms,
                catalog.evaluationSets(values),
                values.get(catalog.replicates()).intValue(),
                catalog.run().read(values),
                catalog.store().read(values),
                catalog.gate().read(values, expectations),
                read.settings());
    }

    /** The preset that the strongest layer names; the default where that name is unknown, which is reported elsewhere. */
    private Preset preset(List<SettingLayer> layers) {
        String name = PresetCatalog.DEFAULT;
        for (SettingLayer layer : layers) {
            name = layer.values().getOrDefault(catalog.preset().path(), name).strip();
        }
        return presets.read(presets.names().contains(name) ? name : PresetCatalog.DEFAULT);
    }

    private void refuseUnknownNames(SettingLayer layer, List<String> problems) {
        List<String> paths = catalog.all().stream().map(Setting::path).toList();
        for (Map.Entry<String, String> entry : layer.values().entrySet()) {
            String path = RepeatedElement.withoutNumbers(entry.getKey());
            RepeatedElement.refusal(entry.getKey())
                    .filter(problem -> !problems.contains(problem))
                    .ifPresent(problems::add);
            if (paths.contains(path) || isEmptyParent(path, entry.getValue(), paths)) {
                continue;
            }
            if (paths.stream().anyMatch(known -> known.startsWith(path + "."))) {
                problems.add(Setting.element(path) + " holds the text '"
                        + entry.getValue().strip() + "'. It takes elements: " + String.join(", ", children(paths, path))
                        + ".");
            } else {
                problems.add(unknown(path));
            }
        }
    }

    private static boolean isEmptyParent(String path, String text, List<String> paths) {
        return text.isBlank() && paths.stream().anyMatch(known -> known.startsWith(path + "."));
    }

    private String unknown(String path) {
        List<String> paths = catalog.all().stream().map(Setting::path).toList();
        String parent = path.substring(0, Math.max(0, path.lastIndexOf('.')));
        String wrong = path.substring(path.lastIndexOf('.') + 1);
        Optional<Setting<?>> value = catalog.all().stream()
                .filter(setting -> setting.path().equals(parent))
                .findFirst();
        if (value.isPresent()) {
            return "%s holds the element <%s>. It takes text: %s."
                    .formatted(
                            Setting.element(parent), wrong, value.get().type().expectation());
        }
        List<String> valid = children(paths, parent);
        if (valid.isEmpty()) {
            return unknown(parent);
        }
        return Setting.element(path) + " is not known."
                + NearestName.of(wrong, valid)
                        .map(guess -> " Did you mean <" + guess + ">?")
                        .orElse("")
                + " " + (parent.isEmpty() ? "An experiment" : Setting.element(parent)) + " takes: "
                + String.join(", ", valid) + ".";
    }

    private static List<String> children(List<String> paths, String parent) {
        String prefix = parent.isEmpty() ? "" : parent + ".";
        return paths.stream()
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()).split("\\.")[0])
                .distinct()
                .sorted()
                .toList();
    }
}
