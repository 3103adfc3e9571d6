package io.github.distillmaven.tensorflow.model;

import java.util.HashMap;
import java.util.Map;

import io.github.distillmaven.extension.data.Examples;

/** Cuts passes over examples into batches of one size; the last one of a pass may be smaller. */
public final class Batches implements AutoCloseable {

    private final Examples examples;
    private final int size;
    private final boolean bytes;
    private final ExampleCopier copier;
    private final Map<Integer, Batch> bySize = new HashMap<>();

    /**
     * @param size examples per batch
     * @param bytes whether bytes stay bytes; else all values become floats
     * @param copier brings the values into the batches
     */
    public Batches(Examples examples, int size, boolean bytes, ExampleCopier copier) {
        this.examples = examples;
        this.size = size;
        this.bytes = bytes;
        this.copier = copier;
    }

    /** What is done with a batch. */
    @FunctionalInterface
    public interface BatchUse<E extends Exception> {

        void accept(Batch batch) throws E;
    }

    /** Number of batches of a pass over so many examples. */
    public static int count(int examples, int size) {
        return (examples + size - 1) / size;
    }

    /**
     * Goes through the examples once.
     *
     * @param order indices of the examples, in the order in which they come
     * @param start where in the order to begin: a multiple of the batch size, or its end
     * @param use gets each batch; it is valid for the call alone
     */
    public <E extends Exception> void forEach(int[] order, int start, BatchUse<E> use) throws E {
        for (int from = start; from < order.length; from += size) {
            Batch batch = bySize.computeIfAbsent(
                    Math.min(size, order.length - from), count -> new Batch(examples, count, bytes, copier));
            batch.fill(order, from);
            use.accept(batch);
        }
    }

    @Override
    public void close() {
        bySize.values().forEach(Batch::close);
    }
}
