package io.github.distillmaven.results;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.distillmaven.metrics.McNemar;

/**
 * The numbers of one replicate.
 *
 * @param key of the step that trained the student
 * @param controls in the order of the request
 */
public record Replicate(
        long seed, String key, TeacherNumbers teacher, StudentNumbers student, Map<String, Contrast> controls) {

    public Replicate {
        controls = Collections.unmodifiableMap(new LinkedHashMap<>(controls));
    }

    /**
     * A control beside the treatment.
     *
     * @param numbers of the control's student
     * @param test of the treatment's student, first, against the control's, on the test set
     * @param labelsChanged as {@link io.github.distillmaven.dataset.TransferTable#labelsChangedFrom} defines it
     */
    public record Contrast(StudentNumbers numbers, McNemar test, Double labelsChanged) {}

    static Replicate of(ReplicateEvidence evidence, int classes) {
        Map<String, Contrast> controls = new LinkedHashMap<>();
        evidence.controls()
                .forEach((control, run) -> controls.put(
                        control,
                        new Contrast(
                                StudentNumbers.of(run, evidence.teacher(), classes),
                                McNemar.between(
                                        evidence.student().model().predictions(),
                                        run.model().predictions()),
                                run.lesson()
                                        .table()
                                        .labelsChangedFrom(
                                                evidence.student().lesson().table()))));
        return new Replicate(
                evidence.seed(),
                evidence.student().model().step().key(),
                TeacherNumbers.of(evidence.teacher(), classes),
                StudentNumbers.of(evidence.student(), evidence.teacher(), classes),
                controls);
    }
}
