package io.github.distillmaven.tensorflow.model;

import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Values;
import org.apache.commons.rng.UniformRandomProvider;

/** {@link io.github.distillmaven.experiment.Augmentation#CROP_FLIP} of images. One number is drawn per image. */
final class CropFlipCopier implements ExampleCopier {

    private static final int PADDING = 4;
    private static final int PLACES = 2 * PADDING + 1;
    private static final int VARIATIONS = 2 * PLACES * PLACES;
    private static final int BLACK = -1;

    private final ExampleShape shape;
    private final UniformRandomProvider random;
    /** Where in the image each value of the variation comes from; {@link #BLACK} beside it. */
    private final int[] origins;

    CropFlipCopier(ExampleShape shape, UniformRandomProvider random) {
        this.shape = shape;
        this.random = random;
        this.origins = new int[shape.values()];
    }

    @Override
    public void copy(byte[] source, int from, byte[] target, int to) {
        draw();
        for (int index = 0; index < origins.length; index++) {
            target[to + index] = origins[index] == BLACK ? 0 : source[from + origins[index]];
        }
    }

    @Override
    public void copy(Values source, int from, float[] target, int to) {
        draw();
        for (int index = 0; index < origins.length; index++) {
            target[to + index] = origins[index] == BLACK ? 0 : source.at(from + origins[index]);
        }
    }

    private void draw() {
        int variation = random.nextInt(VARIATIONS);
        int down = variation / 2 % PLACES - PADDING;
        int right = variation / 2 / PLACES - PADDING;
        boolean mirrored = variation % 2 == 1;
        int index = 0;
        for (int row = 0; row < shape.height(); row++) {
            for (int column = 0; column < shape.width(); column++) {
                int origin = origin(row + down, (mirrored ? shape.width() - 1 - column : column) + right);
                for (int channel = 0; channel < shape.channels(); channel++) {
                    origins[index++] = origin == BLACK ? BLACK : origin + channel;
                }
            }
        }
    }

    /** Index of the first value of a pixel. */
    private int origin(int row, int column) {
        boolean inside = row >= 0 && row < shape.height() && column >= 0 && column < shape.width();
        return inside ? (row * shape.width() + column) * shape.channels() : BLACK;
    }
}
