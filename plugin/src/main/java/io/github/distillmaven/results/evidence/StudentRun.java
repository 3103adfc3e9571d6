package io.github.distillmaven.results.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
 * @param independent what another teacher made of the inputs of that, if they were moved and there is one
 */
public record StudentRun(
        StepRecord teacherStep,
        TaughtExamples lesson,
        StepRecord transferStep,
        Optional<IndependentAttack> independent,
        ModelRun model) {

    ArmEvidence evidence(String name, Role role, @Nullable Double labelsChanged) {
        TransferResult seen = lesson.numbers();
        return new ArmEvidence(
                name,
                role,
                new Results.Transfer(
                        seen.size(),
                        seen.wrong(),
                        seen.givenLabels(),
                        seen.attack(),
                        independent.map(IndependentAttack::result).orElse(null)),
                new Taught(seen.givenLabels(), model.result().trainAccuracy()),
                model.answers(),
                labelsChanged);
    }

    /** Records of its teacher, its transfer set, and itself. */
    List<StepRecord> steps() {
        List<StepRecord> steps = new ArrayList<>(List.of(teacherStep, transferStep));
        independent.map(IndependentAttack::step).ifPresent(steps::add);
        steps.add(model.step());
        return steps;
    }
}
