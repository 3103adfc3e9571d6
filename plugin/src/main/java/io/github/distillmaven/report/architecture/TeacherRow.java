package io.github.distillmaven.report.architecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.distillmaven.experiment.ArmRole;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.provenance.StepRecordFile;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.Role;

/**
 * The students of several networks that learnt the same transfer sets of one kind of teacher.
 *
 * @param experiment its name
 * @param network of the teachers
 * @param teacher their numbers
 * @param control id of the control that stands beside each student; empty if there is none
 * @param cells one per network of students, that of the treatment first
 * @param rest what experiments have in common that differ in the network of their teachers alone
 */
public record TeacherRow(
        String experiment,
        String network,
        Results.Measured teacher,
        String control,
        List<NetworkCell> cells,
        SortedMap<String, String> rest) {

    private static final Components<Network> NETWORKS = Components.load(Network.class);
    private static final Components<Control> CONTROLS = Components.load(Control.class);
    private static final String NETWORK = ".network";

    /** What a teacher is called that was not trained. */
    private static final String GIVEN = "given model";

    /**
     * Students of one network.
     *
     * @param student their numbers
     * @param shuffled those of students of the same network that learnt the control's transfer sets; unknown if there are none
     */
    public record NetworkCell(String network, Results.Measured student, Results.Measured shuffled) {}

    /**
     * Reads what the steps of the first replicate were told; empty if all students have the same network.
     *
     * @param folder {@code target/distill/<experiment>}
     * @throws IOException if the record of a step is missing or damaged; the message names the file
     */
    public static Optional<TeacherRow> read(Path folder, Results results) throws IOException {
        Map<String, StepRecord> students = students(folder, results);
        StepRecord treatment = students.get(Results.STUDENT);
        if (students.values().stream().map(TeacherRow::student).distinct().count() < 2 || treatment == null) {
            return Optional.empty();
        }
        StepRecord teacher = StepRecordFile.in(folder.resolve("teacher")).read();
        String control = control(results);
        Map<String, String> taught = arms(students, treatment);
        Map<String, String> shuffled =
                control.isEmpty() ? Map.of() : arms(students, Objects.requireNonNull(students.get(control)));
        List<NetworkCell> cells = new ArrayList<>();
        taught.forEach((network, arm) -> cells.add(new NetworkCell(
                network, results.summary().arm(arm), results.summary().arm(shuffled.getOrDefault(network, "")))));
        return cells.size() < 2
                ? Optional.empty()
                : Optional.of(new TeacherRow(
                        results.experiment(),
                        network(Results.TEACHER, teacher.settings()),
                        results.summary().arm(Results.TEACHER),
                        control,
                        cells,
                        rest(folder, teacher, treatment)));
    }

    /** The records of the first replicate's students, by arm, the treatment first. Where no arm is of a further student, there are none. */
    private static Map<String, StepRecord> students(Path folder, Results results) throws IOException {
        Map<String, StepRecord> students = new LinkedHashMap<>();
        boolean further = results.summary().arms().values().stream()
                .anyMatch(arm -> arm.role().equals(Role.COMPARISON.label()));
        if (further) {
            for (Map.Entry<String, Results.Measured> arm :
                    results.summary().arms().entrySet()) {
                for (ArmRole role : ArmRole.values()) {
                    if (arm.getValue().role().equals(role.name().toLowerCase(Locale.ROOT))) {
                        Path place = folder.resolve(ExperimentArm.folder(role, arm.getKey()));
                        students.put(
                                arm.getKey(),
                                StepRecordFile.in(place.resolve("student")).read());
                    }
                }
            }
        }
        return students;
    }

    /** The first arm of each network that learnt the same as another student, by network. */
    private static Map<String, String> arms(Map<String, StepRecord> students, StepRecord other) {
        Map<String, String> arms = new LinkedHashMap<>();
        students.forEach((arm, student) -> {
            if (student.inputs().equals(other.inputs())) {
                arms.putIfAbsent(student(student), arm);
            }
        });
        return arms;
    }

    /** The control that shows best what there would be without an effect. */
    private static String control(Results results) {
        return results.summary().arms().entrySet().stream()
                .filter(arm -> arm.getValue().role().equals(Role.CONTROL.label()))
                .map(Map.Entry::getKey)
                .filter(arm -> nullRank(arm) > 0)
                .max(Comparator.comparingInt(TeacherRow::nullRank))
                .orElse("");
    }

    private static int nullRank(String control) {
        return CONTROLS.find(control).map(Control::nullRank).orElse(0);
    }

    private static String student(StepRecord student) {
        return network(Results.STUDENT, student.settings());
    }

    /** Its id, and the options that it takes, such as {@code resnet18, width 16}. */
    private static String network(String role, Map<String, String> settings) {
        String id = settings.getOrDefault(role + NETWORK, GIVEN);
        String options = NETWORKS.find(id).stream()
                .flatMap(network -> network.options().stream())
                .filter(option -> settings.containsKey(role + "." + option.name()))
                .map(option -> ", " + option.name() + " " + settings.get(role + "." + option.name()))
                .collect(Collectors.joining());
        return id + options;
    }

    private static SortedMap<String, String> rest(Path folder, StepRecord teacher, StepRecord treatment)
            throws IOException {
        SortedMap<String, String> rest = new TreeMap<>(teacher.settings());
        rest.remove(Results.TEACHER + NETWORK);
        rest.remove(Results.TEACHER + ".layers");
        NETWORKS.options().values().forEach(option -> rest.remove(Results.TEACHER + "." + option.name()));
        rest.putAll(StepRecordFile.in(folder.resolve("transfer")).read().settings());
        rest.putAll(treatment.settings());
        return rest;
    }
}
