package io.github.distillmaven.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.github.distillmaven.extension.UnfitValueException;
import io.github.distillmaven.extension.ValueType;

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

        Map<Setting<?>, Object> values = new LinkedHashMap<>();
        List<SettingValue> settings = new ArrayList<>();
        for (Setting<?> setting : catalog.single()) {
            read(setting, complete, problems, values, settings);
        }
        List<Expectation> expectations = expectations(complete, new ResolvedSettings(values), problems);
        if (problems.isEmpty()) {
            Experiment experiment = assemble(name, preset, new ResolvedSettings(values), expectations, settings);
            problems.addAll(new ExperimentRules(datasets, catalog.networks()).violations(experiment));
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
        return new ExpectationReader(metrics, known, controls == null ? known : List.copyOf(controls), problems)
                .read(written);
    }

    private Experiment assemble(
            String name,
            Preset preset,
            ResolvedSettings values,
            List<Expectation> expectations,
            List<SettingValue> settings) {
        return new Experiment(
                name,
                preset.with(new PublishedSettings(catalog).differences(preset, settings)),
                values.get(catalog.seed()),
                values.get(catalog.dataset()),
                catalog.teacher().read(values),
                arms(values),
                values.get(catalog.replicates()).intValue(),
                catalog.run().read(values),
                catalog.store().read(values),
                catalog.gate().read(values, expectations),
                List.copyOf(settings));
    }

    private List<ExperimentArm> arms(ResolvedSettings values) {
        ExperimentArm treatment = ExperimentArm.treatment(
                catalog.transfer().read(values), catalog.student().read(values));
        List<ExperimentArm> arms = new ArrayList<>(List.of(treatment));
        values.get(catalog.controls())
                .forEach(id -> arms.add(treatment.of(catalog.knownControls().get(id))));
        return arms;
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

    private static void read(
            Setting<?> setting,
            List<SettingLayer> layers,
            List<String> problems,
            Map<Setting<?>, Object> values,
            List<SettingValue> settings) {
        String text = setting.defaultValue();
        SettingValue.Origin origin = SettingValue.Origin.DEFAULT;
        for (SettingLayer layer : layers) {
            if (layer.values().containsKey(setting.path())) {
                text = layer.values().get(setting.path());
                origin = layer.origin();
            }
        }
        if (text == null) {
            return;
        }
        String where = place(setting, origin);
        Optional<String> unset = UnsetProperty.refusal(where, text.strip());
        if (unset.isPresent()) {
            problems.add(unset.get());
            return;
        }
        try {
            Object value = setting.type().read(text);
            values.put(setting, value);
            settings.add(new SettingValue(setting.path(), ValueType.canonical(value), origin));
        } catch (IllegalArgumentException e) {
            problems.add(refusal(setting, text.strip(), where, e));
        }
    }

    private static String place(Setting<?> setting, SettingValue.Origin origin) {
        return switch (origin) {
            case COMMAND_LINE -> "-D" + setting.property();
            case PROJECT_PROPERTY -> "The property " + setting.property();
            default -> Setting.element(setting.path());
        };
    }

    private static String refusal(Setting<?> setting, String text, String where, IllegalArgumentException reason) {
        Optional<String> retirement =
                setting.path().equals("controls") ? RetiredControls.named(text) : Optional.empty();
        if (retirement.isPresent()) {
            return where + " is '" + text + "'. " + retirement.get();
        }
        Collection<String> choices = setting.type().choices();
        String guess = Stream.of(text)
                .flatMap(wrong -> NearestName.of(wrong, choices).stream())
                .map(near -> " Did you mean '" + near + "'?")
                .findFirst()
                .orElse("");
        String expected = setting.type().expectation();
        return "%s is '%s'; it must be %s.%s%s%s"
                .formatted(
                        where,
                        text,
                        expected,
                        guess,
                        expected.startsWith("the name") ? " There are: " + String.join(", ", choices) + "." : "",
                        reason instanceof UnfitValueException ? " " + reason.getMessage() : "");
    }
}
