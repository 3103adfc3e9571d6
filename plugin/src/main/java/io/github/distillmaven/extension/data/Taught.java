package io.github.distillmaven.extension.data;

import java.util.List;

/**
 * What a model was trained on.
 *
 * @param givenLabels how many of its training examples carry each label, in the order of the classes
 * @param fit share of them that the finished model answers with the label they were given, in [0, 1]; NaN if it is not known
 */
public record Taught(List<Integer> givenLabels, double fit) {

    public Taught {
        givenLabels = List.copyOf(givenLabels);
    }

    /** The label that was given most often, the lowest one of equals; 0 without classes. */
    public int mostFrequent() {
        int most = 0;
        for (int label = 1; label < givenLabels.size(); label++) {
            most = givenLabels.get(label) > givenLabels.get(most) ? label : most;
        }
        return most;
    }
}
