package io.github.distillmaven.tensorflow;

import io.github.distillmaven.experiment.Augmentation;
import io.github.distillmaven.extension.ExampleShape;
import org.apache.commons.rng.UniformRandomProvider;

/** Brings the pixels of one image from a set into a batch. */
@FunctionalInterface
interface ExampleCopier {

    /**
     * Copies one image.
     *
     * @param from index of its first byte in {@code source}
     * @param to index of its first byte in {@code target}
     */
    void copy(byte[] source, int from, byte[] target, int to);

    /** Copies images as they are. */
    static ExampleCopier plain(ExampleShape shape) {
        int bytes = shape.values();
        return (source, from, target, to) -> System.arraycopy(source, from, target, to, bytes);
    }

    /**
     * Copies images for a training.
     *
     * @param random the variations are drawn from it
     */
    static ExampleCopier of(Augmentation augmentation, ExampleShape shape, UniformRandomProvider random) {
        return switch (augmentation) {
            case NONE -> plain(shape);
            case CROP_FLIP -> new CropFlipCopier(shape, random);
        };
    }
}
