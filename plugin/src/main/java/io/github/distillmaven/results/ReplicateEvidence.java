package io.github.distillmaven.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.experiment.StepRecord;

/**
 * All that the trainings of one replicate left behind, without the images.
 *
 * @param student that of the treatment
 * @param controls in the order of the request
 */
public record ReplicateEvidence(long seed, ModelRun teacher, StudentRun student, Map<String, StudentRun> controls) {

    /** Records of all its steps, some of them twice. */
    List<StepRecord> steps() {
        List<StepRecord> steps = new ArrayList<>();
        steps.add(teacher.step());
        steps.addAll(student.steps());
        controls.values().forEach(control -> steps.addAll(control.steps()));
        return steps;
    }
}
