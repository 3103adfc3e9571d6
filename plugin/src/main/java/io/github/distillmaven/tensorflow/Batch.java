package io.github.distillmaven.tensorflow;

import io.github.distillmaven.extension.ExampleShape;
import io.github.distillmaven.extension.Examples;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.ndarray.buffer.IntDataBuffer;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;

/** A fixed number of examples and labels as tensors. They are filled again and again, so that nothing is allocated per step. */
final class Batch implements AutoCloseable {

    private final ExampleShape shape;
    private final byte[] stagedValues;
    private final int[] stagedLabels;
    private final TUint8 values;
    private final TInt32 labels;
    private final ByteDataBuffer valueData;
    private final IntDataBuffer labelData;

    Batch(ExampleShape shape, int size) {
        this.shape = shape;
        stagedValues = new byte[size * shape.values()];
        stagedLabels = new int[size];
        values = TUint8.tensorOf(BatchShape.of(size, shape));
        labels = TInt32.tensorOf(Shape.of(size));
        valueData = values.asRawTensor().data();
        labelData = labels.asRawTensor().data().asInts();
    }

    /** Number of examples. */
    int size() {
        return stagedLabels.length;
    }

    /** [size, ...], 0..255. */
    TUint8 values() {
        return values;
    }

    /** [size]. */
    TInt32 labels() {
        return labels;
    }

    /** Copies the examples at {@code order[from]} to {@code order[from + size - 1]} and their labels. */
    void fill(Examples set, int[] order, int from) {
        fill(set, order, from, ExampleCopier.plain(shape));
    }

    /** Copies them as the copier does it. */
    void fill(Examples set, int[] order, int from, ExampleCopier copier) {
        int size = shape.values();
        byte[] source = set.bytes();
        for (int index = 0; index < stagedLabels.length; index++) {
            copier.copy(source, order[from + index] * size, stagedValues, index * size);
            stagedLabels[index] = set.label(order[from + index]);
        }
        valueData.write(stagedValues);
        labelData.write(stagedLabels);
    }

    @Override
    public void close() {
        values.close();
        labels.close();
    }
}
