package io.github.distillmaven.metrics;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import io.github.distillmaven.extension.data.Answers;

/**
 * What a model answers to a list of images, and how likely it finds the other classes.
 *
 * @param predictions one row per image
 * @param logits [images, classes], one row after the other; empty if they were not asked for
 */
public record ModelAnswers(Predictions predictions, Optional<float[]> logits) {

    /** With logits. */
    public static ModelAnswers of(Predictions predictions, float[] logits) {
        return new ModelAnswers(predictions, Optional.of(logits));
    }

    /** The predictions alone. */
    public ModelAnswers withoutLogits() {
        return new ModelAnswers(predictions, Optional.empty());
    }

    /** Number of images. */
    public int size() {
        return predictions.rows().size();
    }

    /** Those images alone whose label passes, in their order. */
    public ModelAnswers where(IntPredicate label) {
        int[] places = IntStream.range(0, size())
                .filter(place -> label.test(predictions.rows().get(place).label()))
                .toArray();
        return new ModelAnswers(
                new Predictions(
                        IntStream.of(places).mapToObj(predictions.rows()::get).toList()),
                logits.map(all -> rows(all, places)));
    }

    private float[] rows(float[] all, int[] places) {
        int classes = size() == 0 ? 0 : all.length / size();
        float[] rows = new float[places.length * classes];
        for (int index = 0; index < places.length; index++) {
            System.arraycopy(all, places[index] * classes, rows, index * classes, classes);
        }
        return rows;
    }

    /** The same without the labels. */
    public Answers answers() {
        Answers answers = predictions.answers();
        return new Answers(answers.predicted(), answers.leastLikely(), answers.confidence(), logits);
    }
}
