package io.github.distillmaven.experiment.sweep;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.Gate;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.reader.ExperimentReader;
import io.github.distillmaven.experiment.reader.InvalidExperimentException;
import io.github.distillmaven.experiment.reader.SettingLayer;
import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.experiment.settings.SettingCatalog;
import io.github.distillmaven.experiment.settings.SweepSettings;
import io.github.distillmaven.extension.option.ValueType;

/** Turns what the user wrote into an experiment, or into all cells of a sweep, or says everything that is wrong with it. */
public final class SweepReader {

    private final ExperimentReader reader;
    private final SettingCatalog catalog;

    /** @param reader of each cell */
    public SweepReader(ExperimentReader reader) {
        this.reader = reader;
        this.catalog = reader.catalog();
    }

    /**
     * Reads an experiment or a sweep.
     *
     * @param name its name
     * @param layers what the user wrote, weakest first
     * @param found what is known to be wrong, of what is not in the layers
     * @param base folder that a preset file is relative to
     * @throws InvalidExperimentException if the sweep or a cell of it cannot be; whatever is wrong with any of them is said at once
     */
    public Sweep read(String name, List<SettingLayer> layers, List<String> found, Path base)
            throws InvalidExperimentException {
        List<SettingLayer> plain =
                layers.stream().map(SweepReader::withoutSweep).toList();
        List<SettingLayer> all = new ArrayList<>();
        all.add(new SettingLayer(SettingValue.Origin.PRESET, reader.ofPreset(plain, base)));
        all.addAll(layers);
        Optional<WrittenSweep> written = WrittenSweep.in(all).filter(sweep -> !sweep.isNone());
        if (written.isEmpty()) {
            return single(name, plain, found, base);
        }
        List<String> problems = new ArrayList<>();
        List<Map<String, String>> cells = cells(written.get(), all, problems);
        if (!problems.isEmpty()) {
            List<String> known = new ArrayList<>(found);
            known.addAll(problems);
            // What is wrong beside the sweep is said too.
            reader.read(name, plain, known, base);
        }
        return read(name, plain, written.get(), cells, found, base);
    }

    private Sweep single(String name, List<SettingLayer> plain, List<String> found, Path base)
            throws InvalidExperimentException {
        Experiment experiment = reader.read(name, plain, found, base);
        List<String> problems = new TrendRules(List.of(), List.of())
                .violations(experiment.gate().expectations());
        if (!problems.isEmpty()) {
            throw new InvalidExperimentException(name, problems);
        }
        return new Sweep(name, List.of(), List.of(new SweepCell("", Map.of(), experiment)), experiment.gate());
    }

    private Sweep read(
            String name,
            List<SettingLayer> plain,
            WrittenSweep written,
            List<Map<String, String>> cells,
            List<String> found,
            Path base)
            throws InvalidExperimentException {
        CellProblems problems = new CellProblems(cells.size());
        List<Experiment> experiments = new ArrayList<>();
        for (Map<String, String> cell : cells) {
            List<SettingLayer> layers = new ArrayList<>(plain);
            layers.add(new SettingLayer(written.origin(), cell));
            try {
                experiments.add(reader.read(name, layers, found, base));
            } catch (InvalidExperimentException e) {
                problems.add(WrittenSweep.inWords(cell), e.problems());
            }
        }
        List<String> settings = cells.stream()
                .flatMap(cell -> cell.keySet().stream())
                .distinct()
                .toList();
        List<String> all = new ArrayList<>(problems.texts());
        if (all.isEmpty()) {
            all.addAll(ofWhole(settings, experiments));
        }
        if (!all.isEmpty()) {
            throw new InvalidExperimentException(name, all);
        }
        List<SweepCell> read = new ArrayList<>();
        Gate gate = experiments.stream()
                .map(Experiment::gate)
                .filter(each -> each.notHeld() != null)
                .findFirst()
                .orElse(experiments.get(0).gate());
        for (int index = 0; index < cells.size(); index++) {
            Experiment experiment = experiments.get(index);
            String cell = CellName.of(cells.get(index));
            read.add(new SweepCell(
                    cell, values(settings, experiment), experiment.cell(cell, index * experiment.replicates())));
        }
        return new Sweep(name, settings, read, gate.ofSweep());
    }

    /** What is wrong with the cells together. */
    private static List<String> ofWhole(List<String> settings, List<Experiment> experiments) {
        Experiment first = experiments.get(0);
        List<String> problems = new ArrayList<>();
        Map<Map<String, String>, Integer> seen = new LinkedHashMap<>();
        for (int index = 0; index < experiments.size(); index++) {
            Integer earlier = seen.putIfAbsent(values(settings, experiments.get(index)), index);
            if (earlier != null) {
                problems.add("<cell> %s and <cell> %s in <sweep><cells> come to the same settings. Remove one of them."
                        .formatted(earlier + 1, index + 1));
            }
        }
        problems.addAll(new TrendRules(settings, List.copyOf(seen.keySet()))
                .violations(first.gate().expectations()));
        if (!first.store().attach().isEmpty()) {
            problems.add(
                    "<attach> is '%s', but each cell of a sweep has its own. Set it for an experiment without <sweep>."
                            .formatted(ValueType.canonical(first.store().attach())));
        }
        if (first.gate().baseline() != null) {
            problems.add(
                    "<baseline> is one file, but each cell of a sweep has its own. Remove it: cells have src/distill/<experiment>/<cell>.json.");
        }
        return problems;
    }

    private static Map<String, String> values(List<String> settings, Experiment experiment) {
        Map<String, String> all = experiment.settings().stream()
                .collect(Collectors.toMap(SettingValue::path, SettingValue::value, (first, second) -> first));
        Map<String, String> values = new LinkedHashMap<>();
        settings.forEach(path -> values.put(path, all.getOrDefault(path, ValueType.NONE)));
        return values;
    }

    /** What each cell sets. */
    private List<Map<String, String>> cells(WrittenSweep written, List<SettingLayer> layers, List<String> problems) {
        List<String> repeated = written.repeated();
        if (!repeated.isEmpty()) {
            problems.addAll(repeated);
            return List.of();
        }
        Map<String, String> texts = written.axes(problems);
        List<Map<String, String>> listed = written.cells();
        if (!listed.isEmpty() && !texts.isEmpty()) {
            problems.add(
                    "<sweep> has <cells> and <%s>, but must be either a list or a grid. Write the latter into each <cell>, or remove one of them."
                            .formatted(texts.keySet().iterator().next()));
            return List.of();
        }
        Unswept unswept = new Unswept(catalog);
        Set<String> paths = new LinkedHashSet<>(texts.keySet());
        listed.forEach(cell -> paths.addAll(cell.keySet()));
        for (String path : paths) {
            String where = listed.isEmpty() ? written.place(path) : "<cell><" + path + "> in <sweep><cells>";
            unswept.refusal(where, path)
                    .ifPresentOrElse(problems::add, () -> refuseOther(path, written, layers, problems));
        }
        for (int number = 1; number <= listed.size(); number++) {
            if (listed.get(number - 1).isEmpty()) {
                problems.add(
                        "<cell> %s in <sweep><cells> sets nothing. Write a setting into it, such as <teacher.epochs>1</teacher.epochs>, or remove it."
                                .formatted(number));
            }
        }
        Map<String, List<String>> axes = new LinkedHashMap<>();
        texts.forEach((path, text) -> axes.put(path, values(written.place(path), path, text, problems)));
        GridOfValues grid = new GridOfValues(axes);
        refuseMany(listed.isEmpty() ? grid.size() : BigInteger.valueOf(listed.size()), layers, problems);
        if (!problems.isEmpty()) {
            return List.of();
        }
        return listed.isEmpty() ? grid.cells() : listed;
    }

    /** Refuses a value that is written in a stronger place than the sweep, where it would seem to count. */
    private void refuseOther(String path, WrittenSweep written, List<SettingLayer> layers, List<String> problems) {
        layers.stream()
                .skip(written.layer() + 1L)
                .filter(layer -> layer.values().containsKey(path))
                .reduce((weaker, stronger) -> stronger)
                .ifPresent(layer -> problems.add(
                        "%s is set, but the sweep gives each cell a value of its own. Remove it, or %s from the sweep."
                                .formatted(
                                        layer.origin() == SettingValue.Origin.COMMAND_LINE
                                                ? "-D" + Setting.PROPERTIES + path
                                                : Setting.element(path),
                                        path)));
    }

    private List<String> values(String where, String path, String text, List<String> problems) {
        List<String> values =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (values.contains("")) {
            problems.add(
                    text.isBlank()
                            ? where + " is empty; it must be one or more values separated by commas."
                            : "%s is '%s', of which a value is empty; it must be one or more values separated by commas."
                                    .formatted(where, text.strip()));
            return List.of();
        }
        Map<String, String> seen = new LinkedHashMap<>();
        for (String value : values) {
            String earlier = seen.putIfAbsent(canonical(path, value), value);
            if (earlier != null) {
                problems.add("%s has %s, and each value makes cells of its own. Write it once."
                        .formatted(
                                where,
                                earlier.equals(value)
                                        ? "'" + value + "' twice"
                                        : "'" + earlier + "' and '" + value + "', which are the same value"));
            }
        }
        return values;
    }

    /** Where a value cannot be read, its cell says why. */
    private String canonical(String path, String value) {
        return catalog.scientific().stream()
                .filter(setting -> setting.path().equals(path))
                .findFirst()
                .map(setting -> {
                    try {
                        return ValueType.canonical(setting.type().read(value));
                    } catch (IllegalArgumentException refusedLater) {
                        return value;
                    }
                })
                .orElse(value);
    }

    private void refuseMany(BigInteger size, List<SettingLayer> layers, List<String> problems) {
        Setting<Long> setting = catalog.sweep().limit();
        String text = layers.stream()
                .map(layer -> layer.values().get(setting.path()))
                .filter(limit -> limit != null)
                .reduce(setting.defaultValue(), (weaker, stronger) -> stronger);
        long limit;
        try {
            limit = setting.type().read(text);
        } catch (IllegalArgumentException e) {
            problems.add("<sweep><limit> is '%s'; it must be %s."
                    .formatted(text.strip(), setting.type().expectation()));
            return;
        }
        if (size.compareTo(BigInteger.valueOf(limit)) > 0) {
            String advice = size.compareTo(BigInteger.valueOf(SweepSettings.MOST_CELLS)) > 0
                    ? String.format(
                            Locale.ROOT, "Take fewer values: at most %,d cells are possible.", SweepSettings.MOST_CELLS)
                    : "Take fewer values, or raise it: <limit>%s</limit> in <sweep>.".formatted(size);
            problems.add(String.format(Locale.ROOT, "<sweep> has %,d cells, and <limit> allows %,d. ", size, limit)
                    + advice);
        }
    }

    private static SettingLayer withoutSweep(SettingLayer layer) {
        Map<String, String> values = new LinkedHashMap<>(layer.values());
        values.keySet().removeIf(SweepSettings::belongs);
        return new SettingLayer(layer.origin(), values);
    }
}
