package io.github.distillmaven.dataset.format;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How large an array in a file is.
 *
 * @param dimensions from the slowest to the fastest
 */
record ArraySize(List<Integer> dimensions) {

    ArraySize {
        dimensions = List.copyOf(dimensions);
    }

    /** Number of elements; -1 if no array in memory can be that long. */
    long elements() {
        long product = 1;
        for (int dimension : dimensions) {
            product *= dimension;
            if (product < 0 || product > Integer.MAX_VALUE) {
                return -1;
            }
        }
        return product;
    }

    /** Such as {@code 60000 x 28 x 28}. */
    @Override
    public String toString() {
        return dimensions.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }
}
