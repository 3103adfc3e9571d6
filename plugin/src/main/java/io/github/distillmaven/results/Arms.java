package io.github.distillmaven.results;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.metrics.Holm;
import io.github.distillmaven.metrics.PairedDifference;

/**
 * What an experiment compares.
 *
 * @param student of the treatment
 * @param controls in the order of the request
 */
public record Arms(Arm teacher, Arm student, List<Arm> controls) {

    public static Arms of(ReportRequest request, Findings findings) {
        Published published = request.published() == null ? Published.NOTHING : request.published();
        List<Arm> controls = request.controls().stream()
                .map(control -> Arm.of(control, findings.testsOf(control.name())))
                .toList();
        double chance = findings.chance();
        return new Arms(
                Arm.measured(
                        "Teacher",
                        Role.TEACHER,
                        findings.teacherTests(),
                        published.teacherTestAccuracy(),
                        Nothing.chance(chance)),
                Arm.measured(
                        "Student",
                        Role.STUDENT,
                        findings.studentTests(),
                        published.studentTestAccuracy(),
                        Nothing.among(controls, chance)),
                controls);
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
                        controls.get(index), differences.get(index), compared ? adjusted.get(index) : null))
                .toList();
    }

    /** The teacher, the student, the controls. */
    public List<Arm> all() {
        return Stream.concat(Stream.of(teacher, student), controls.stream()).toList();
    }
}
