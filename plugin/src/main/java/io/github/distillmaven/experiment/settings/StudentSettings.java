package io.github.distillmaven.experiment.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.option.ValueType;

/**
 * What can be written in a {@code <student>} of {@code <students>}, of which there may be many: a name, perhaps a control, and whatever differs
 * from {@code <student>} and {@code <transfer>}.
 */
public final class StudentSettings {

    /** Path of one of them. */
    static final String PATH = "students.student";

    private static final String ALL = "students";
    private static final String NAME = "name";
    private static final String CONTROL = "control";
    private static final String TRANSFER = "transfer.";

    private final Setting<String> name = new Setting<>(
            PATH + "." + NAME,
            ValueType.text("a name of letters, digits and hyphens"),
            null,
            "Name of a further student of every replicate, for metrics and pages. Beside it, write the settings that"
                    + " differ from `<student>`, and in `<transfer>` those that differ from `<transfer>`.");
    private final Setting<String> control;
    private final List<Setting<?>> differences = new ArrayList<>();

    /** @param controls that a student can have */
    StudentSettings(TransferSettings transfer, TrainingSettings student, Components<Control> controls) {
        control = new Setting<>(
                PATH + "." + CONTROL,
                ValueType.nameOf("control", controls.ids()),
                null,
                "One of the `<controls>`, whose transfer set this student learns instead of the treatment's; it then"
                        + " has no `<transfer>` of its own.");
        student.all()
                .forEach(
                        setting -> differences.add(below(setting, setting.path().replaceFirst("^student\\.", ""))));
        transfer.all().forEach(setting -> differences.add(below(setting, setting.path())));
    }

    /** The control whose transfer set a student learns. */
    public Setting<String> control() {
        return control;
    }

    /** The name and the control, and then what can differ. */
    List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(List.of(name, control));
        all.addAll(differences);
        return List.copyOf(all);
    }

    /** Whether a path is that of all further students, or of an element in them. */
    public static boolean belongs(String path) {
        return path.equals(ALL) || path.startsWith(ALL + ".");
    }

    /** Whether a setting says again of one student what another one says of all. */
    static boolean repeats(Setting<?> setting) {
        return setting.path().startsWith(PATH + ".")
                && !List.of(PATH + "." + NAME, PATH + "." + CONTROL).contains(setting.path());
    }

    /** What can differ, as paths below the student, by the element whose settings they are. */
    Map<String, List<String>> repeated() {
        Map<String, List<String>> repeated = new LinkedHashMap<>();
        for (Setting<?> difference : differences) {
            String path = difference.path().substring(PATH.length() + 1);
            repeated.computeIfAbsent(path.startsWith(TRANSFER) ? "transfer" : "student", first -> new ArrayList<>())
                    .add(path);
        }
        return repeated;
    }

    private static <T> Setting<T> below(Setting<T> setting, String path) {
        return new Setting<>(PATH + "." + path, setting.type(), null, setting.description());
    }

    /**
     * What was written of each student.
     *
     * @param written texts by path; a repeated element has its number in brackets
     */
    public static List<Written> read(Map<String, String> written) {
        List<Written> students = new ArrayList<>();
        RepeatedElement.each(PATH, written).forEach((number, elements) -> students.add(new Written(number, elements)));
        return students;
    }

    /**
     * One student as it is written.
     *
     * @param number its place among all, from 1
     * @param elements texts by path below the student
     */
    public record Written(int number, Map<String, String> elements) {

        /** Its name; empty if it has none. */
        public String name() {
            return elements.getOrDefault(NAME, "");
        }

        /** The control whose transfer set it learns; empty if none is written. */
        public Optional<String> control() {
            return Optional.ofNullable(elements.get(CONTROL));
        }

        /** Where it is written. */
        public String place() {
            return "<student> " + number + " in <students>";
        }

        /** What differs, by the paths of {@code <student>} and {@code <transfer>}. */
        public Map<String, String> differences() {
            Map<String, String> differences = new LinkedHashMap<>();
            elements.forEach((path, text) -> {
                if (!List.of(NAME, CONTROL).contains(path)) {
                    differences.put(path.startsWith(TRANSFER) ? path : "student." + path, text);
                }
            });
            return differences;
        }
    }
}
