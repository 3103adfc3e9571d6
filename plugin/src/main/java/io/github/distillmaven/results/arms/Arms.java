package io.github.distillmaven.results.arms;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.metrics.statistics.Holm;
import io.github.distillmaven.metrics.statistics.PairedDifference;
import io.github.distillmaven.metrics.statistics.Proportion;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.Role;
import io.github.distillmaven.results.evidence.ReportRequest;

/**
 * What an experiment compares.
 *
 * @param student of the treatment
 * @param controls in the order of the request
 */
public record Arms(Arm teacher, Arm student, List<Arm> controls) {

    /**
     * Compares.
     *
     * @param replicates at least one, all with the arms of the request
     * @param chance test accuracy of guessing
     * @param selected whether data are drawn anew until the teacher answers all of them; students of meaningless labels then get more
     *     right than chance
     */
    static Arms of(ReportRequest request, List<Results.Replicate> replicates, double chance, boolean selected) {
        Published numbers = request.published() == null ? Published.NOTHING : request.published();
        List<Arm> controls = request.controls().stream()
                .map(control -> Arm.of(control, tests(replicates, control.name())))
                .toList();
        // All replicates share a given teacher, which is one model and not several.
        List<Proportion> teachers =
                tests(request.givenTeacher() ? replicates.subList(0, 1) : replicates, Results.TEACHER);
        Double accuracy = numbers.teacherTestAccuracy();
        return new Arms(
                selected
                        ? Arm.selected(Results.TEACHER, Role.TEACHER, teachers, accuracy)
                        : Arm.measured(Results.TEACHER, Role.TEACHER, teachers, accuracy, Nothing.chance(chance)),
                Arm.measured(
                        Results.STUDENT,
                        Role.STUDENT,
                        tests(replicates, Results.STUDENT),
                        numbers.studentTestAccuracy(),
                        Nothing.among(controls, selected ? null : (Double) chance)),
                controls);
    }

    private static List<Proportion> tests(List<Results.Replicate> replicates, String arm) {
        return replicates.stream().map(replicate -> replicate.arm(arm).test()).toList();
    }

    /** The student against each control, in their order. */
    public List<Advantage> advantages() {
        List<PairedDifference> differences = new ArrayList<>();
        controls.forEach(arm -> differences.add(arm.advantageOf(student)));
        boolean compared =
                differences.stream().allMatch(difference -> difference != null && difference.pValue() != null);
        List<Double> adjusted = compared
                ? Holm.adjusted(
                        differences.stream().map(PairedDifference::pValue).toList())
                : null;
        return IntStream.range(0, controls.size())
                .mapToObj(index -> new Advantage(
                        controls.get(index), differences.get(index), adjusted == null ? null : adjusted.get(index)))
                .toList();
    }

    /** The student, then the controls. */
    public List<Arm> students() {
        return Stream.concat(Stream.of(student), controls.stream()).toList();
    }

    /** The teacher, the student, the controls. */
    public List<Arm> all() {
        return Stream.concat(Stream.of(teacher, student), controls.stream()).toList();
    }
}
