package io.github.distillmaven.tensorflow.given;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import io.github.distillmaven.experiment.own.ModelUse;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.worker.process.WorkerFailure;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TType;

/**
 * Brings images into the form that a model takes: floats, from 0 to 1 where the user says nothing else, or bytes.
 *
 * @param shape of one image
 * @param sizes those of the model's input, without the number of images
 * @param bytes whether it takes bytes, from 0 to 255
 */
record FedValues(ExampleShape shape, List<Long> sizes, boolean bytes, ModelUse use) {

    private static final float WHITE = 255;

    /** @throws WorkerFailure if the input takes no images of this shape */
    static FedValues of(Output<?> input, ExampleShape shape, ModelUse use, Unfit unfit) throws WorkerFailure {
        Class<?> type = input.type();
        if (type != TFloat32.class && type != TUint8.class) {
            throw unfit.because(
                    "takes %s, but can only be given float32 or uint8".formatted(name(type)),
                    "export it with such an input");
        }
        boolean bytes = type == TUint8.class;
        if (bytes && use.changesValues()) {
            throw unfit.because(
                    "takes bytes from 0 to 255, which <scale>, <mean> and <deviation> cannot change", "remove these");
        }
        return new FedValues(shape, sizes(input.shape(), shape, unfit), bytes, use);
    }

    private static List<Long> sizes(Shape input, ExampleShape shape, Unfit unfit) throws WorkerFailure {
        List<Long> image = shape.sizes().stream().map(Integer::longValue).toList();
        if (input.isUnknown()) {
            return image;
        }
        List<Long> taken = LongStream.of(input.asArray()).boxed().toList();
        List<List<Long>> known = new ArrayList<>(List.of(image, List.of((long) shape.values())));
        if (shape.channels() == 1) {
            List<Long> other = new ArrayList<>(image);
            if (image.size() == 2) {
                other.add(1L);
            } else {
                other.remove(other.size() - 1);
            }
            known.add(other);
        }
        for (List<Long> sizes : known) {
            if (taken.size() == sizes.size() + 1 && taken.get(0) == Shape.UNKNOWN_SIZE && fit(taken, sizes)) {
                return sizes;
            }
        }
        throw unfit.because(
                "takes %s, and the images are %s".formatted(text(taken), text(prefixed(image))),
                taken.isEmpty() || taken.get(0) == Shape.UNKNOWN_SIZE
                        ? "name a <dataset> of its images"
                        : "export it for any number of images");
    }

    private static boolean fit(List<Long> taken, List<Long> sizes) {
        for (int index = 0; index < sizes.size(); index++) {
            long size = taken.get(index + 1);
            if (size != Shape.UNKNOWN_SIZE && size != sizes.get(index)) {
                return false;
            }
        }
        return true;
    }

    private static List<Long> prefixed(List<Long> image) {
        List<Long> all = new ArrayList<>(List.of(Shape.UNKNOWN_SIZE));
        all.addAll(image);
        return all;
    }

    static String text(List<Long> sizes) {
        return sizes.stream()
                .map(size -> size == Shape.UNKNOWN_SIZE ? "n" : size.toString())
                .collect(Collectors.joining(", ", "[", "]"));
    }

    static String name(Class<?> type) {
        return type.getSimpleName().replaceFirst("^T", "").toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * Some of the images, to be closed.
     *
     * @param values as a model sees them, from 0 to 1
     * @param from place of the first image
     * @param size how many
     */
    TType tensor(Values values, int from, int size) {
        long[] dimensions = new long[sizes.size() + 1];
        dimensions[0] = size;
        for (int index = 0; index < sizes.size(); index++) {
            dimensions[index + 1] = sizes.get(index);
        }
        int each = shape.values();
        if (bytes) {
            byte[] fed = new byte[size * each];
            for (int index = 0; index < fed.length; index++) {
                fed[index] = (byte) Math.round(Math.min(1, Math.max(0, values.at(from * each + index))) * WHITE);
            }
            return TUint8.tensorOf(Shape.of(dimensions), DataBuffers.of(fed, true, false));
        }
        float[] fed = new float[size * each];
        for (int index = 0; index < fed.length; index++) {
            fed[index] = seen(values.at(from * each + index), index % shape.channels());
        }
        return TFloat32.tensorOf(Shape.of(dimensions), DataBuffers.of(fed, true, false));
    }

    private float seen(float value, int channel) {
        float scale = use.scale().map(Double::floatValue).orElse(1f);
        return (value * scale - of(use.mean(), channel, 0)) / of(use.deviation(), channel, 1);
    }

    private static float of(List<Double> numbers, int channel, float usual) {
        return numbers.isEmpty()
                ? usual
                : numbers.get(numbers.size() == 1 ? 0 : channel).floatValue();
    }
}
