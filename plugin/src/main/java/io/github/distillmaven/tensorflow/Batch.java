package io.github.distillmaven.tensorflow;

import io.github.distillmaven.dataset.ImageSet;
import io.github.distillmaven.experiment.ImageShape;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.types.TUint8;

/** A fixed number of images and labels as tensors. They are filled again and again, so that nothing is allocated per step. */
final class Batch implements AutoCloseable {

    private final ImageShape shape;
    private final byte[] stagedPixels;
    private final byte[] stagedLabels;
    private final TUint8 images;
    private final TUint8 labels;
    private final ByteDataBuffer imageData;
    private final ByteDataBuffer labelData;

    Batch(ImageShape shape, int size) {
        this.shape = shape;
        stagedPixels = new byte[size * shape.bytes()];
        stagedLabels = new byte[size];
        images = TUint8.tensorOf(Shape.of(size, shape.height(), shape.width(), shape.channels()));
        labels = TUint8.tensorOf(Shape.of(size));
        imageData = images.asRawTensor().data();
        labelData = labels.asRawTensor().data();
    }

    /** Number of images. */
    int size() {
        return stagedLabels.length;
    }

    /** [size, height, width, channels], 0..255. */
    TUint8 images() {
        return images;
    }

    /** [size]. */
    TUint8 labels() {
        return labels;
    }

    /** Copies the images at {@code order[from]} to {@code order[from + size - 1]} and their labels. */
    void fill(ImageSet set, int[] order, int from) {
        fill(set, order, from, ImageCopier.plain(shape));
    }

    /** Copies them as the copier does it. */
    void fill(ImageSet set, int[] order, int from, ImageCopier copier) {
        int imageBytes = shape.bytes();
        for (int index = 0; index < stagedLabels.length; index++) {
            int source = order[from + index];
            copier.copy(set.pixels(), source * imageBytes, stagedPixels, index * imageBytes);
            stagedLabels[index] = set.labels()[source];
        }
        imageData.write(stagedPixels);
        labelData.write(stagedLabels);
    }

    @Override
    public void close() {
        images.close();
        labels.close();
    }
}
