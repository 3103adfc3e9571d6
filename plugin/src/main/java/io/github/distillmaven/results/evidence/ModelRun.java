package io.github.distillmaven.results.evidence;

import java.util.Map;
import java.util.Objects;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.metrics.History;
import io.github.distillmaven.metrics.ModelAnswers;
import io.github.distillmaven.metrics.ModelResult;
import io.github.distillmaven.metrics.Predictions;

/**
 * What the training of one model left behind.
 *
 * @param answers as {@link ArmEvidence#answers}
 * @param step the record of the training
 */
public record ModelRun(ModelResult result, History history, Map<String, ModelAnswers> answers, StepRecord step) {

    /** Its answers on the test set. */
    public Predictions predictions() {
        return on(EvaluationSet.TEST);
    }

    /** Its answers on the inputs of an evaluation set, which it must have been asked. */
    public Predictions on(String inputs) {
        return Objects.requireNonNull(answers.get(inputs), inputs).predictions();
    }
}
