package io.github.distillmaven.results.evidence;

import java.util.Map;
import java.util.Objects;

import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.data.Taught;
import io.github.distillmaven.metrics.ModelAnswers;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.Role;
import org.jspecify.annotations.Nullable;

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
        Results.@Nullable Transfer transfer,
        Taught taught,
        Map<String, ModelAnswers> answers,
        @Nullable Double labelsChanged) {

    /** On the test set. */
    Predictions test() {
        return on(EvaluationSet.TEST).predictions();
    }

    /** On the inputs of an evaluation set, which it must have been asked. */
    ModelAnswers on(String inputs) {
        return Objects.requireNonNull(answers.get(inputs), inputs);
    }
}
