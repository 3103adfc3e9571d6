package io.github.distillmaven.results.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

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
 * @param ensemble records of its further teachers
 */
public record ReplicateEvidence(
        long seed, ModelRun teacher, StudentRun student, Map<String, StudentRun> controls, List<StepRecord> ensemble) {

    /**
     * Its numbers.
     *
     * @param others the arms beside the treatment
     * @param sharesInputs of those whose labels are of the treatment's inputs, so that they can be compared one by one
     * @param independent the teacher of another replicate; empty if there is none to hold this one's against
     */
    Results.Replicate numbers(
            Evaluator evaluator,
            Collection<ExperimentArm> others,
            Predicate<ExperimentArm> sharesInputs,
            Optional<ModelRun> independent) {
        List<ArmEvidence> arms = new ArrayList<>();
        arms.add(teacher(Results.TEACHER, Role.TEACHER, teacher));
        arms.add(student.evidence(Results.STUDENT, Role.STUDENT, null));
        for (ExperimentArm other : others) {
            StudentRun run = Objects.requireNonNull(controls.get(other.name()), other.name());
            arms.add(run.evidence(
                    other.name(),
                    Role.of(other),
                    sharesInputs.test(other)
                            ? run.lesson()
                                    .table()
                                    .labelsChangedFrom(student.lesson().table())
                            : null));
        }
        return evaluator.replicate(
                seed,
                student.model().step().key(),
                arms,
                independent.map(other -> teacher(Results.INDEPENDENT_TEACHER, Role.INDEPENDENT, other)));
    }

    private static ArmEvidence teacher(String name, Role role, ModelRun run) {
        return new ArmEvidence(
                name, role, null, new Taught(List.of(), run.result().trainAccuracy()), run.answers(), null);
    }

    /** Records of all its steps, some of them twice. */
    List<StepRecord> steps() {
        List<StepRecord> steps = new ArrayList<>();
        steps.add(teacher.step());
        steps.addAll(ensemble);
        steps.addAll(student.steps());
        controls.values().forEach(control -> steps.addAll(control.steps()));
        return steps;
    }
}
