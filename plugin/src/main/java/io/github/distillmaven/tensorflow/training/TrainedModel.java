package io.github.distillmaven.tensorflow.training;

import java.util.Map;

import io.github.distillmaven.metrics.History;
import io.github.distillmaven.metrics.ModelAnswers;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.tensorflow.graph.Weights;

/**
 * What a training came to.
 *
 * @param parameters number of values that were trained
 * @param initial weights before the first step
 * @param last weights after the last step
 * @param history one entry per epoch
 * @param trainAccuracy of the last weights on all training examples, in inference mode, in [0, 1]
 * @param test what the last weights answer on the test set, with logits
 * @param others what they answer on the other evaluation sets, by name, likewise
 */
public record TrainedModel(
        long parameters,
        Weights initial,
        Weights last,
        History history,
        double trainAccuracy,
        ModelAnswers test,
        Map<String, ModelAnswers> others) {

    /** What the last weights answer on the test set, without logits. */
    public Predictions onTest() {
        return test.predictions();
    }
}
