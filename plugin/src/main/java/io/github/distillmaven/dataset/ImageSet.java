package io.github.distillmaven.dataset;

import java.util.Arrays;

import io.github.distillmaven.experiment.ImageShape;

/**
 * Labelled images in memory. The arrays are not copied: whoever holds the images may not write to them.
 *
 * @param shape size of each image
 * @param pixels all images, one after the other, each row-major with channels last, 0..255
 * @param labels class of each image, 0..255 as unsigned bytes
 */
public record ImageSet(ImageShape shape, byte[] pixels, byte[] labels) {

    public ImageSet {
        if (pixels.length != labels.length * (long) shape.bytes()) {
            throw new IllegalArgumentException(
                    "%s bytes of pixels are not %s images of %s".formatted(pixels.length, labels.length, shape));
        }
    }

    /** Number of images. */
    public int size() {
        return labels.length;
    }

    /**
     * The first images.
     *
     * @param count how many; 0 for all
     * @throws IllegalArgumentException if there are not as many
     */
    public ImageSet first(int count) {
        if (count > size()) {
            throw new IllegalArgumentException("there are %s images, not %s".formatted(size(), count));
        }
        return count == 0 || count == size()
                ? this
                : new ImageSet(shape, Arrays.copyOf(pixels, count * shape.bytes()), Arrays.copyOf(labels, count));
    }

    /** Class of image {@code index}, 0..255. */
    public int label(int index) {
        return Byte.toUnsignedInt(labels[index]);
    }
}
