package io.github.distillmaven.extension.data;

import java.util.stream.IntStream;

/**
 * Examples in memory: what a model is shown, and what it is to answer. The arrays are not copied: whoever holds examples may not
 * write to them.
 *
 * @param shape sizes of each example
 * @param values of all examples, one after the other
 * @param targets one per example, or none
 */
public record Examples(ExampleShape shape, Values values, Targets targets) {

    public Examples {
        if (values.count() % shape.values() != 0) {
            throw new IllegalArgumentException("%s values are no examples of %s".formatted(values.count(), shape));
        }
        int size = values.count() / shape.values();
        if (!(targets instanceof Targets.NoTargets) && targets.count() != size) {
            throw new IllegalArgumentException(
                    "%s targets are not those of %s examples of %s".formatted(targets.count(), size, shape));
        }
    }

    /**
     * Examples whose values and classes are unsigned bytes, such as images.
     *
     * @param labels the class of each
     */
    public static Examples ofBytes(ExampleShape shape, byte[] values, byte[] labels) {
        return new Examples(shape, new Values.ByteValues(values), Targets.Classes.ofBytes(labels));
    }

    /** Number of examples. */
    public int size() {
        return values.count() / shape.values();
    }

    /** The class of example {@code index}: see {@link Targets#label}. */
    public int label(int index) {
        return targets.label(index);
    }

    /** The classes of all examples. */
    public int[] labels() {
        return IntStream.range(0, size()).map(this::label).toArray();
    }

    /**
     * The values of examples that consist of unsigned bytes.
     *
     * @throws IllegalArgumentException if they consist of other numbers
     */
    public byte[] bytes() {
        if (values instanceof Values.ByteValues unsigned) {
            return unsigned.bytes();
        }
        throw new IllegalArgumentException("these examples do not consist of bytes");
    }

    /**
     * The first examples.
     *
     * @param count how many; 0 for all
     * @throws IllegalArgumentException if there are not as many
     */
    public Examples first(int count) {
        if (count > size()) {
            throw new IllegalArgumentException("there are %s examples, not %s".formatted(size(), count));
        }
        return count == 0 || count == size()
                ? this
                : select(IntStream.range(0, count).toArray());
    }

    /** The examples at these places, in this order. */
    public Examples select(int[] indices) {
        return new Examples(shape, values.select(indices, shape.values()), targets.select(indices));
    }

    /** The same inputs with other targets. */
    public Examples with(Targets others) {
        return new Examples(shape, values, others);
    }
}
