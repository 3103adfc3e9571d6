package io.github.distillmaven.dataset.transfer;

import java.util.Arrays;
import java.util.List;

import io.github.distillmaven.extension.data.TransferRow;
import org.jspecify.annotations.Nullable;

/**
 * A transfer set in numbers: the content of its {@code result.json}.
 *
 * @param size number of kept inputs
 * @param wrong how many of them have a given label other than the true one; null if true labels are unknown
 * @param inputs number of labelled inputs that could be kept
 * @param givenLabels number of kept inputs for each of the teacher's classes
 * @param attack what came of the attack that this set was made by; null if its inputs were not moved for it
 */
public record TransferResult(
        int size,
        @Nullable Integer wrong,
        int inputs,
        List<Integer> givenLabels,
        @Nullable AttackResult attack) {

    public TransferResult {
        givenLabels = List.copyOf(givenLabels);
    }

    /** Of a set whose inputs were not moved for it. */
    public TransferResult(int size, @Nullable Integer wrong, int inputs, List<Integer> givenLabels) {
        this(size, wrong, inputs, givenLabels, null);
    }

    /**
     * The numbers of these rows.
     *
     * @param labelsAreTrue whether the inputs are of the teacher's data set
     * @param inputs number of labelled inputs that could be kept
     * @param classes number of the teacher's classes, more than any given label
     */
    static TransferResult of(List<TransferRow> rows, boolean labelsAreTrue, int inputs, int classes) {
        int[] histogram = new int[classes];
        int wrong = 0;
        for (TransferRow row : rows) {
            histogram[row.givenLabel()]++;
            wrong += row.wrong() ? 1 : 0;
        }
        return new TransferResult(
                rows.size(),
                labelsAreTrue ? wrong : null,
                inputs,
                Arrays.stream(histogram).boxed().toList(),
                null);
    }

    /** The same with what came of the attack that it was made by. */
    TransferResult after(@Nullable AttackResult made) {
        return new TransferResult(size, wrong, inputs, givenLabels, made);
    }

    /** The same numbers of those rows alone, which are a part of this set's. */
    public TransferResult of(List<TransferRow> rows) {
        return of(rows, wrong != null, inputs, givenLabels.size()).after(attack);
    }
}
