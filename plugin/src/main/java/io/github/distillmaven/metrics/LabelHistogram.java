package io.github.distillmaven.metrics;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often each class occurs.
 *
 * @param counts one per class, zeros included
 */
public record LabelHistogram(List<Integer> counts) {

    public LabelHistogram {
        counts = List.copyOf(counts);
    }

    /**
     * Counts labels.
     *
     * @param labels each in [0, {@code classes})
     * @param classes number of classes
     * @throws IndexOutOfBoundsException if a label is not one of the classes
     */
    public static LabelHistogram of(IntStream labels, int classes) {
        int[] counts = new int[classes];
        labels.forEach(label -> counts[label]++);
        return new LabelHistogram(IntStream.of(counts).boxed().toList());
    }

    /** Number of labels counted. */
    public int total() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /** Count of the most frequent class; 0 without classes. */
    public int highest() {
        return counts.isEmpty() ? 0 : Collections.max(counts);
    }

    /** The most frequent class, the lowest one of equals; 0 if there is none. */
    public int mostFrequent() {
        return Math.max(0, counts.indexOf(highest()));
    }

    /** The classes that never occur, ascending. */
    public List<Integer> absent() {
        return IntStream.range(0, counts.size())
                .filter(label -> counts.get(label) == 0)
                .boxed()
                .toList();
    }
}
