package io.github.distillmaven.tensorflow.stacked;

import java.util.Arrays;

import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.Values;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.types.TFloat32;

/**
 * A batch of equal size for each of several networks, as tensors. They are filled again and again, so that nothing is allocated per
 * step.
 */
final class StackedBatch implements AutoCloseable {

    private static final float[] SHARES = shares();

    private final int outputs;
    private final float[] stagedValues;
    private final float[] stagedTargets;
    private final TFloat32 values;
    private final TFloat32 targets;
    private final FloatDataBuffer valueData;
    private final FloatDataBuffer targetData;

    /**
     * A batch for each network.
     *
     * @param outputs number of logits of each network
     * @param size examples of each network
     */
    StackedBatch(ExampleShape shape, int outputs, int networks, int size) {
        this.outputs = outputs;
        stagedValues = new float[Math.multiplyExact(size, shape.values())];
        stagedTargets = new float[size * outputs];
        values = TFloat32.tensorOf(ofExamples(shape, networks, size));
        targets = TFloat32.tensorOf(Shape.of(networks, size, outputs));
        valueData = values.asRawTensor().data().asFloats();
        targetData = targets.asRawTensor().data().asFloats();
    }

    /** Shape of the examples of several networks. */
    static Shape ofExamples(ExampleShape shape, long networks, long size) {
        long[] sizes = new long[2 + shape.sizes().size()];
        sizes[0] = networks;
        sizes[1] = size;
        for (int index = 2; index < sizes.length; index++) {
            sizes[index] = shape.sizes().get(index - 2);
        }
        return Shape.of(sizes);
    }

    /** Examples of each network. */
    int size() {
        return stagedTargets.length / outputs;
    }

    /** [networks, size, ...], as a model sees them before they are normalised. */
    TFloat32 values() {
        return values;
    }

    /** [networks, size, outputs]: distributions; zeros where there are no targets. */
    TFloat32 targets() {
        return targets;
    }

    /** Gives one network the examples at {@code order[from]} to {@code order[from + size - 1]}. */
    void fill(int network, Examples examples, int[] order, int from) {
        int each = examples.shape().values();
        for (int index = 0; index < size(); index++) {
            stage(examples.values(), order[from + index] * each, index * each, each);
            stage(examples.targets(), order[from + index], index * outputs);
        }
        valueData.offset((long) network * stagedValues.length).write(stagedValues);
        targetData.offset((long) network * stagedTargets.length).write(stagedTargets);
    }

    private void stage(Values all, int from, int to, int count) {
        if (all instanceof Values.ByteValues bytes) {
            for (int index = 0; index < count; index++) {
                stagedValues[to + index] = SHARES[Byte.toUnsignedInt(bytes.bytes()[from + index])];
            }
        } else if (all instanceof Values.FloatValues floats) {
            System.arraycopy(floats.floats(), from, stagedValues, to, count);
        }
    }

    private void stage(Targets all, int example, int to) {
        if (all instanceof Targets.Distributions distributions) {
            int count = distributions.classes();
            System.arraycopy(distributions.rows(), example * count, stagedTargets, to, count);
            Arrays.fill(stagedTargets, to + count, to + outputs, 0);
        } else {
            int label = all.label(example);
            for (int index = 0; index < outputs; index++) {
                stagedTargets[to + index] = index == label ? 1 : 0;
            }
        }
    }

    /** What each byte stands for. */
    private static float[] shares() {
        byte[] bytes = new byte[256];
        float[] shares = new float[bytes.length];
        for (int value = 0; value < bytes.length; value++) {
            bytes[value] = (byte) value;
        }
        Values.ByteValues all = new Values.ByteValues(bytes);
        for (int value = 0; value < bytes.length; value++) {
            shares[value] = all.at(value);
        }
        return shares;
    }

    @Override
    public void close() {
        values.close();
        targets.close();
    }
}
