package io.github.distillmaven.results.evidence;

import java.util.List;

import io.github.distillmaven.dataset.transfer.TransferResult;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.extension.data.Taught;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.Role;
import org.jspecify.annotations.Nullable;

/**
 * A student and what it was trained on.
 *
 * @param teacherStep the record of the teacher that labelled it
 * @param lesson what it was trained on
 * @param transferStep the record of how its transfer set was made
 */
public record StudentRun(StepRecord teacherStep, TaughtExamples lesson, StepRecord transferStep, ModelRun model) {

    ArmEvidence evidence(String name, Role role, @Nullable Double labelsChanged) {
        TransferResult seen = lesson.numbers();
        return new ArmEvidence(
                name,
                role,
                new Results.Transfer(seen.size(), seen.wrong(), seen.givenLabels(), seen.attack()),
                new Taught(seen.givenLabels(), model.result().trainAccuracy()),
                model.answers(),
                labelsChanged);
    }

    /** Records of its teacher, its transfer set, and itself. */
    List<StepRecord> steps() {
        return List.of(teacherStep, transferStep, model.step());
    }
}
