package io.github.distillmaven.tensorflow.model;

import java.util.Arrays;

import io.github.distillmaven.extension.data.ExampleShape;
import org.tensorflow.ndarray.Shape;

/** The shape of a batch: the number of examples, then the sizes of one. */
final class BatchShape {

    private BatchShape() {}

    /** @param size number of examples; -1 for any */
    static Shape of(long size, ExampleShape example) {
        return Shape.of(size)
                .append(Shape.of(
                        example.sizes().stream().mapToLong(Integer::longValue).toArray()));
    }

    /** Sizes of one example of a batch. */
    static ExampleShape example(Shape batch) {
        return ExampleShape.of(Arrays.stream(batch.asArray())
                .skip(1)
                .mapToInt(Math::toIntExact)
                .toArray());
    }
}
