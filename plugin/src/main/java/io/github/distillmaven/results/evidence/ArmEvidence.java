package io.github.distillmaven.results.evidence;

import java.util.Map;

import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.Taught;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.Role;

/**
 * What one model of a replicate left behind, for metrics to look at.
 *
 * @param name of the arm
 * @param transfer what it was trained on; null for a teacher
 * @param answers by the evaluation set whose inputs they are of; all arms of a replicate have the same, those of the test set among them; where a set has no true labels, its answers say nothing else
 * @param labelsChanged as {@link Results.ArmNumbers} defines it
 */
record ArmEvidence(
        String name,
        Role role,
        Results.Transfer transfer,
        Taught taught,
        Map<String, Predictions> answers,
        Double labelsChanged) {

    /** On the test set. */
    Predictions test() {
        return answers.get(EvaluationSet.TEST);
    }
}
