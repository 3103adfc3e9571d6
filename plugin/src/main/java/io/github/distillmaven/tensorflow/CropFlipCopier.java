package io.github.distillmaven.tensorflow;

import java.util.Arrays;

import io.github.distillmaven.extension.ExampleShape;
import org.apache.commons.rng.UniformRandomProvider;

/** {@link io.github.distillmaven.experiment.Augmentation#CROP_FLIP}. One number is drawn per image. */
final class CropFlipCopier implements ExampleCopier {

    private static final int PADDING = 4;
    private static final int PLACES = 2 * PADDING + 1;
    private static final int VARIATIONS = 2 * PLACES * PLACES;

    private final ExampleShape shape;
    private final int rowBytes;
    private final UniformRandomProvider random;

    CropFlipCopier(ExampleShape shape, UniformRandomProvider random) {
        this.shape = shape;
        this.rowBytes = shape.width() * shape.channels();
        this.random = random;
    }

    @Override
    public void copy(byte[] source, int from, byte[] target, int to) {
        int variation = random.nextInt(VARIATIONS);
        int down = variation / 2 % PLACES - PADDING;
        int right = variation / 2 / PLACES - PADDING;
        for (int row = 0; row < shape.height(); row++) {
            int sourceRow = row + down;
            int begin = to + row * rowBytes;
            if (sourceRow < 0 || sourceRow >= shape.height()) {
                Arrays.fill(target, begin, begin + rowBytes, (byte) 0);
            } else {
                copyRow(source, from + sourceRow * rowBytes, target, begin, right);
            }
        }
        if (variation % 2 == 1) {
            mirror(target, to);
        }
    }

    /** Copies one row, from {@code right} pixels further right; black pixels come in at the other side. */
    private void copyRow(byte[] source, int from, byte[] target, int to, int right) {
        int shift = Math.min(Math.abs(right) * shape.channels(), rowBytes);
        int seen = rowBytes - shift;
        if (right < 0) {
            Arrays.fill(target, to, to + shift, (byte) 0);
            System.arraycopy(source, from, target, to + shift, seen);
        } else {
            System.arraycopy(source, from + shift, target, to, seen);
            Arrays.fill(target, to + seen, to + rowBytes, (byte) 0);
        }
    }

    private void mirror(byte[] pixels, int image) {
        int channels = shape.channels();
        for (int row = image; row < image + shape.values(); row += rowBytes) {
            int left = row;
            int right = row + rowBytes - channels;
            while (left < right) {
                for (int channel = 0; channel < channels; channel++) {
                    byte moved = pixels[left + channel];
                    pixels[left + channel] = pixels[right + channel];
                    pixels[right + channel] = moved;
                }
                left += channels;
                right -= channels;
            }
        }
    }
}
