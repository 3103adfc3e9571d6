package io.github.distillmaven.metrics;

import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.metrics.statistics.Proportion;

/**
 * What a model answered, by true class.
 *
 * @param counts one row per true class, in it one count per answered class; classes x classes
 */
public record ConfusionMatrix(List<List<Integer>> counts) {

    public ConfusionMatrix {
        counts = counts.stream().map(List::copyOf).toList();
    }

    /**
     * Counts the answers.
     *
     * @param predictions labels and answers, in [0, {@code classes})
     * @param classes number of classes
     * @throws IndexOutOfBoundsException if a label or an answer is not one of the classes
     */
    public static ConfusionMatrix of(Predictions predictions, int classes) {
        int[][] counts = new int[classes][classes];
        for (Predictions.Row row : predictions.rows()) {
            counts[row.label()][row.predicted()]++;
        }
        return new ConfusionMatrix(IntStream.range(0, classes)
                .mapToObj(label -> IntStream.of(counts[label]).boxed().toList())
                .toList());
    }

    /** Number of images with true class {@code label} that were answered {@code predicted}. */
    public int count(int label, int predicted) {
        return counts.get(label).get(predicted);
    }

    /** Share of the images of class {@code label} that were answered right. */
    public Proportion recall(int label) {
        int images = counts.get(label).stream().mapToInt(Integer::intValue).sum();
        return new Proportion(count(label, label), images);
    }
}
