package io.github.distillmaven.tensorflow;

import java.util.HashMap;
import java.util.Map;

import io.github.distillmaven.extension.ExampleShape;
import io.github.distillmaven.extension.Examples;

/** Cuts passes over image sets into batches of one size; the last one of a pass may be smaller. */
final class Batches implements AutoCloseable {

    private final ExampleShape shape;
    private final int size;
    private final ExampleCopier copier;
    private final Map<Integer, Batch> bySize = new HashMap<>();

    /**
     * @param shape of all images to come
     * @param size images per batch
     */
    Batches(ExampleShape shape, int size) {
        this(shape, size, ExampleCopier.plain(shape));
    }

    /** @param copier brings the images into the batches */
    Batches(ExampleShape shape, int size, ExampleCopier copier) {
        this.shape = shape;
        this.size = size;
        this.copier = copier;
    }

    /** What is done with a batch. */
    @FunctionalInterface
    interface BatchUse<E extends Exception> {

        void accept(Batch batch) throws E;
    }

    /** Number of batches of a pass over so many images. */
    static int count(int images, int size) {
        return (images + size - 1) / size;
    }

    /**
     * Goes through a set once.
     *
     * @param order indices of the images, in the order in which they come
     * @param start where in the order to begin: a multiple of the batch size, or its end
     * @param use gets each batch; it is valid for the call alone
     */
    <E extends Exception> void forEach(Examples set, int[] order, int start, BatchUse<E> use) throws E {
        for (int from = start; from < order.length; from += size) {
            Batch batch = bySize.computeIfAbsent(Math.min(size, order.length - from), count -> new Batch(shape, count));
            batch.fill(set, order, from, copier);
            use.accept(batch);
        }
    }

    @Override
    public void close() {
        bySize.values().forEach(Batch::close);
    }
}
