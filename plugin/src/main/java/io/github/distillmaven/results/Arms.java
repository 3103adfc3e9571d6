package io.github.distillmaven.results;

import java.util.List;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.Control;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.metrics.Spread;

/**
 * What an experiment compares.
 *
 * @param student of the treatment
 * @param controls in the order of the request
 */
public record Arms(Arm teacher, Arm student, List<Arm> controls) {

    public static Arms of(ReportRequest request, Findings findings) {
        Published published =
                request.published() == null ? new Published(null, null, null, null, null) : request.published();
        List<Arm> controls = request.controls().stream()
                .map(control -> Arm.of(control, findings.controlTests(control)))
                .toList();
        Spread nothing = controls.stream()
                .filter(arm -> arm.control() == Control.SHUFFLED_WITHIN_CLASS)
                .findFirst()
                .map(Arm::spread)
                .orElse(null);
        double chance = findings.chance();
        return new Arms(
                Arm.of("Teacher", Role.TEACHER, findings.teacherTests(), published.teacherTestAccuracy(), null, chance),
                Arm.of(
                        "Student",
                        Role.STUDENT,
                        findings.studentTests(),
                        published.studentTestAccuracy(),
                        nothing,
                        chance),
                controls);
    }

    /** The teacher, the student, the controls. */
    public List<Arm> all() {
        return Stream.concat(Stream.of(teacher, student), controls.stream()).toList();
    }
}
