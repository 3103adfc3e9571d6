package io.github.distillmaven.tensorflow.model;

import io.github.distillmaven.experiment.Augmentation;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Values;
import org.apache.commons.rng.UniformRandomProvider;

/** Brings the values of one example from a set into a batch. */
public interface ExampleCopier {

    /**
     * Copies one example of bytes.
     *
     * @param from index of its first byte in {@code source}
     * @param to index of its first byte in {@code target}
     */
    void copy(byte[] source, int from, byte[] target, int to);

    /**
     * Copies one example as the numbers that its values are seen as.
     *
     * @param from index of its first value in {@code source}
     * @param to index of its first value in {@code target}
     */
    void copy(Values source, int from, float[] target, int to);

    /** Copies examples as they are. */
    static ExampleCopier plain(ExampleShape shape) {
        return new PlainCopier(shape.values());
    }

    /**
     * Copies examples for a training.
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
