package io.github.distillmaven.experiment.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.rules.KnownDatasets;
import io.github.distillmaven.experiment.settings.ResolvedSettings;
import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.experiment.settings.SettingCatalog;
import io.github.distillmaven.experiment.settings.StudentSettings;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.option.Choice;

/** Reads the arms of an experiment: the treatment, its controls, and the students that differ from it in more than that. */
final class ArmReader {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9]+(?:-[a-zA-Z0-9]+)*");

    /** What metrics and pages call something else. */
    private static final Set<String> TAKEN =
            Set.of("teacher", "independent-teacher", "transfer", "treatment", ExperimentArm.TREATMENT);

    private final SettingCatalog catalog;
    private final KnownDatasets datasets;
    private final List<SettingLayer> layers;
    private final List<String> problems;

    /**
     * @param layers what the preset and the user wrote, weakest first
     * @param problems takes one sentence or more for each thing that is wrong
     */
    ArmReader(SettingCatalog catalog, KnownDatasets datasets, List<SettingLayer> layers, List<String> problems) {
        this.catalog = catalog;
        this.datasets = datasets;
        this.layers = layers;
        this.problems = problems;
    }

    /**
     * Reads all of them.
     *
     * @param values of the treatment; all of them could be read
     */
    List<ExperimentArm> read(ResolvedSettings values) {
        Choice source = catalog.source().read(values);
        Function<String, ExampleShape> shapes = name -> shape(name, source);
        ExperimentArm treatment = ExperimentArm.treatment(
                catalog.transfer().read(values, shapes), catalog.student().read(values));
        List<ExperimentArm> arms = new ArrayList<>(List.of(treatment));
        values.get(catalog.controls())
                .forEach(id -> arms.add(treatment.of(catalog.knownControls().get(id))));
        Map<String, String> places = new LinkedHashMap<>();
        arms.forEach(arm -> places.put(arm.name(), "the control '" + arm.name() + "'"));
        for (StudentSettings.Written student : students(layers)) {
            refuseName(student, places);
            places.putIfAbsent(student.name(), student.place());
            read(student, arms, shapes).ifPresent(arms::add);
        }
        return arms;
    }

    private ExampleShape shape(String name, Choice source) {
        if (datasets.isOwn(name)) {
            problems.add(
                    "<transfer><examples> is a multiple of d, the number of values of an input, which is not known of '%s' before it is read. Write the number."
                            .formatted(name));
            return ExampleShape.of(1);
        }
        return datasets.shapeOf(name.equals(source.id()) ? source : Choice.of(name));
    }

    private void refuseName(StudentSettings.Written student, Map<String, String> places) {
        String name = student.name();
        if (!NAME.matcher(name).matches()) {
            problems.add(
                    name.isEmpty()
                            ? student.place() + " has no <name>. Give it one."
                            : "<name> of %s is '%s'; it must be of letters, digits and single hyphens."
                                    .formatted(student.place(), name));
        } else if (TAKEN.contains(name)) {
            problems.add("<name> of %s is '%s', which is taken. Choose another.".formatted(student.place(), name));
        } else if (places.containsKey(name)) {
            problems.add("<name> of %s is '%s', which is that of %s. Choose another."
                    .formatted(student.place(), name, places.get(name)));
        }
    }

    /** The student; empty if it cannot be read. */
    private Optional<ExperimentArm> read(
            StudentSettings.Written student, List<ExperimentArm> earlier, Function<String, ExampleShape> shapes) {
        ExperimentArm treatment = earlier.get(0);
        int before = problems.size();
        List<SettingLayer> all = new ArrayList<>(layers);
        all.add(new SettingLayer(SettingValue.Origin.POM, student.differences()));
        LayeredSettings own = settings(all, student);
        Optional<Control> control = control(student);
        if (problems.size() > before) {
            return Optional.empty();
        }
        ExperimentArm arm = ExperimentArm.differing(
                student.name(),
                catalog.transfer().read(own.values(), shapes),
                catalog.student().read(own.values()),
                control,
                own.settings(),
                settings(layers, student).settings(),
                earlier);
        boolean sameTransfer = arm.transfer().equals(treatment.transfer());
        if (control.isPresent() && !sameTransfer) {
            problems.add(
                    "%s, '%s', has a <control> and a <transfer> of its own, but a control rearranges the transfer set of the treatment. Remove one of them."
                            .formatted(student.place(), student.name()));
        }
        if (arm.meaning().isEmpty()) {
            problems.add(
                    "%s, '%s', is the treatment itself: nothing in it differs from <student> and <transfer>. Change something, or remove it."
                            .formatted(student.place(), student.name()));
        }
        return Optional.of(arm);
    }

    private Optional<Control> control(StudentSettings.Written student) {
        Setting<String> setting = catalog.students().control();
        List<SettingLayer> written = student.control().stream()
                .map(text -> new SettingLayer(SettingValue.Origin.POM, Map.of(setting.path(), text)))
                .toList();
        return new LayeredSettings(written, path -> "<control> of " + student.place(), problems)
                .read(List.of(setting))
                .values()
                .find(setting)
                .map(catalog.knownControls()::get);
    }

    private LayeredSettings settings(List<SettingLayer> all, StudentSettings.Written student) {
        return new LayeredSettings(all, path -> element(path) + " of " + student.place(), problems)
                .read(catalog.transfer().all())
                .read(catalog.student().all());
    }

    private static String element(String path) {
        return Setting.element(path.replaceFirst("^student\\.", ""));
    }

    private static List<StudentSettings.Written> students(List<SettingLayer> layers) {
        return StudentSettings.read(written(layers));
    }

    /** The texts of all layers by path, but students of the last layer alone that has any: they are no list to be laid over another. */
    static Map<String, String> written(List<SettingLayer> layers) {
        Map<String, String> written = new LinkedHashMap<>();
        for (SettingLayer layer : layers) {
            if (layer.values().keySet().stream().anyMatch(StudentSettings::belongs)) {
                written.keySet().removeIf(StudentSettings::belongs);
            }
            written.putAll(layer.values());
        }
        return written;
    }

    /** Names of the arms of an experiment with these controls, but for the treatment, as far as they can be read. */
    static List<String> names(List<String> controls, List<SettingLayer> layers) {
        return Stream.concat(controls.stream(), students(layers).stream().map(StudentSettings.Written::name))
                .toList();
    }
}
