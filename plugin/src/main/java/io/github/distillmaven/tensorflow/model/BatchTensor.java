package io.github.distillmaven.tensorflow.model;

import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TType;

/** The values or the targets of a batch as a tensor, with the array that gathers them. It is filled again and again. */
abstract class BatchTensor implements AutoCloseable {

    private final TType tensor;

    private BatchTensor(TType tensor) {
        this.tensor = tensor;
    }

    final TType tensor() {
        return tensor;
    }

    /** Copies what belongs to the examples at {@code order[from]} and behind it. */
    abstract void fill(Examples examples, int[] order, int from);

    @Override
    public final void close() {
        tensor.close();
    }

    /** [size, ...], 0..255. */
    static BatchTensor ofBytes(ExampleShape shape, int size, ExampleCopier copier) {
        TUint8 tensor = TUint8.tensorOf(BatchShape.of(size, shape));
        byte[] staged = new byte[size * shape.values()];
        return new BatchTensor(tensor) {
            @Override
            void fill(Examples examples, int[] order, int from) {
                byte[] source = examples.bytes();
                for (int index = 0; index < size; index++) {
                    copier.copy(source, order[from + index] * shape.values(), staged, index * shape.values());
                }
                tensor.asRawTensor().data().write(staged);
            }
        };
    }

    /** [size, ...], as the values are seen. */
    static BatchTensor ofFloats(ExampleShape shape, int size, ExampleCopier copier) {
        TFloat32 tensor = TFloat32.tensorOf(BatchShape.of(size, shape));
        float[] staged = new float[size * shape.values()];
        return new BatchTensor(tensor) {
            @Override
            void fill(Examples examples, int[] order, int from) {
                for (int index = 0; index < size; index++) {
                    copier.copy(
                            examples.values(), order[from + index] * shape.values(), staged, index * shape.values());
                }
                tensor.asRawTensor().data().asFloats().write(staged);
            }
        };
    }

    /** [size], the classes. */
    static BatchTensor ofClasses(int size) {
        TInt32 tensor = TInt32.tensorOf(Shape.of(size));
        int[] staged = new int[size];
        return new BatchTensor(tensor) {
            @Override
            void fill(Examples examples, int[] order, int from) {
                for (int index = 0; index < size; index++) {
                    staged[index] = examples.label(order[from + index]);
                }
                tensor.asRawTensor().data().asInts().write(staged);
            }
        };
    }

    /** [size, classes], the distributions. */
    static BatchTensor ofDistributions(int size, int classes) {
        TFloat32 tensor = TFloat32.tensorOf(Shape.of(size, classes));
        float[] staged = new float[size * classes];
        return new BatchTensor(tensor) {
            @Override
            void fill(Examples examples, int[] order, int from) {
                float[] rows = ((Targets.Distributions) examples.targets()).rows();
                for (int index = 0; index < size; index++) {
                    System.arraycopy(rows, order[from + index] * classes, staged, index * classes, classes);
                }
                tensor.asRawTensor().data().asFloats().write(staged);
            }
        };
    }
}
