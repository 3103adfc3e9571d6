package io.github.distillmaven.dataset;

import java.util.List;

/**
 * A transfer set in numbers: the content of its {@code result.json}.
 *
 * @param size number of kept inputs
 * @param wrong how many of them have a given label other than the true one; null if true labels are unknown
 * @param inputs number of labelled inputs, kept or not
 * @param givenLabels number of kept inputs for each of the teacher's classes
 */
public record TransferResult(int size, Integer wrong, int inputs, List<Integer> givenLabels) {

    public TransferResult {
        givenLabels = List.copyOf(givenLabels);
    }
}
