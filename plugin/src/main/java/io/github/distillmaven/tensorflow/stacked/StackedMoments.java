package io.github.distillmaven.tensorflow.stacked;

import java.util.Arrays;
import java.util.List;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.tensorflow.model.Classifier;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/**
 * The normalisations of several networks as tensors.
 *
 * @param means [networks, 1, ..., channels]
 * @param deviations of the same shape
 */
record StackedMoments(TFloat32 means, TFloat32 deviations) implements AutoCloseable {

    /** @param each one for every network */
    static StackedMoments of(ExampleShape shape, List<Moments> each) {
        long[] sizes = shapeFor(shape, each.size()).asArray();
        return new StackedMoments(
                tensor(sizes, each.stream().map(Moments::mean).toList()),
                tensor(sizes, each.stream().map(Moments::deviation).toList()));
    }

    /** Shape of the means. */
    static Shape shapeFor(ExampleShape shape, int networks) {
        long[] sizes = new long[2 + shape.sizes().size()];
        Arrays.fill(sizes, 1);
        sizes[0] = networks;
        sizes[sizes.length - 1] = shape.channels();
        return Shape.of(sizes);
    }

    private static TFloat32 tensor(long[] sizes, List<List<Double>> each) {
        float[] all = Classifier.floats(each.stream().flatMap(List::stream).toList());
        return TFloat32.tensorOf(Shape.of(sizes), DataBuffers.of(all, true, false));
    }

    @Override
    public void close() {
        means.close();
        deviations.close();
    }
}
