package io.github.distillmaven.results.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.extension.data.Taught;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.Role;

/**
 * All that the trainings of one replicate left behind, without the images.
 *
 * @param student that of the treatment
 * @param controls in the order of the request
 */
public record ReplicateEvidence(long seed, ModelRun teacher, StudentRun student, Map<String, StudentRun> controls) {

    /**
     * Its numbers.
     *
     * @param others the arms beside the treatment
     */
    Results.Replicate numbers(Evaluator evaluator, Collection<ExperimentArm> others) {
        List<ArmEvidence> arms = new ArrayList<>();
        arms.add(new ArmEvidence(
                Results.TEACHER,
                Role.TEACHER,
                null,
                new Taught(List.of(), teacher.result().trainAccuracy()),
                teacher.answers(),
                null));
        arms.add(student.evidence(Results.STUDENT, Role.STUDENT, null));
        for (ExperimentArm other : others) {
            StudentRun run = Objects.requireNonNull(controls.get(other.name()), other.name());
            arms.add(run.evidence(
                    other.name(),
                    Role.of(other),
                    run.lesson().table().labelsChangedFrom(student.lesson().table())));
        }
        return evaluator.replicate(seed, student.model().step().key(), arms);
    }

    /** Records of all its steps, some of them twice. */
    List<StepRecord> steps() {
        List<StepRecord> steps = new ArrayList<>();
        steps.add(teacher.step());
        steps.addAll(student.steps());
        controls.values().forEach(control -> steps.addAll(control.steps()));
        return steps;
    }
}
