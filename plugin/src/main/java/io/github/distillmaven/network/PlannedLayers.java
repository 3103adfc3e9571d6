package io.github.distillmaven.network;

import java.io.Serial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.distillmaven.extension.Layers;
import io.github.distillmaven.extension.Signal;
import io.github.distillmaven.extension.data.ExampleShape;

/** Layers that compute sizes and nothing else. */
final class PlannedLayers implements Layers {

    private final Set<String> names = new HashSet<>();
    private long parameters;
    private boolean dense = true;

    /** A signal of known sizes. */
    record Sizes(List<Long> sizes) implements Signal {

        static Sizes of(Long... sizes) {
            return new Sizes(List.of(sizes));
        }

        static Sizes of(ExampleShape shape) {
            return new Sizes(shape.sizes().stream().map(Integer::longValue).toList());
        }
    }

    /** Carries the reason through the network's own code. */
    static final class Misfit extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1;

        Misfit(String message) {
            super(message);
        }
    }

    /** Number of values that training changes. */
    long parameters() {
        return parameters;
    }

    /** Whether there were no layers but dense ones, and what needs no parameters of its own. */
    boolean dense() {
        return dense;
    }

    @Override
    public Signal flatten(Signal input) {
        return Sizes.of(input.sizes().stream().reduce(1L, Math::multiplyExact));
    }

    @Override
    public Signal dense(String name, Signal input, long units) {
        begin(name, input, 1, units);
        long inputs = input.sizes().get(0);
        count(name, Math.addExact(inputs, 1), units);
        return Sizes.of(units);
    }

    @Override
    public Signal normalDense(String name, Signal input, long units) {
        return dense(name, input, units);
    }

    @Override
    public Signal zeroBiasDense(String name, Signal input, long units) {
        return dense(name, input, units);
    }

    @Override
    public Signal convolution(String name, Signal input, long size, long filters) {
        begin(name, input, 3, filters);
        dense = false;
        count(name, Math.addExact(size * size * input.sizes().get(2), 1), filters);
        return Sizes.of(
                remaining(name, input.sizes().get(0) - size + 1),
                remaining(name, input.sizes().get(1) - size + 1),
                filters);
    }

    @Override
    public Signal paddedConvolution(String name, Signal input, long size, long filters, long stride) {
        begin(name, input, 3, filters);
        dense = false;
        if (size < 1 || size % 2 == 0 || stride < 1) {
            throw new Misfit("layer '" + name + "' has filters of " + size + " and a stride of " + stride
                    + "; the size must be odd and the stride at least 1");
        }
        count(name, size * size * input.sizes().get(2), filters);
        return Sizes.of(
                (input.sizes().get(0) + stride - 1) / stride, (input.sizes().get(1) + stride - 1) / stride, filters);
    }

    @Override
    public Signal batchNormalization(String name, Signal input) {
        begin(name, input, 3, 1);
        dense = false;
        if (input.sizes().get(2) < 16) {
            throw new Misfit(
                    "layer '" + name + "' normalises " + input.sizes().get(2) + " channels; there must be at least 16");
        }
        count(name, 2, input.sizes().get(2));
        return input;
    }

    @Override
    public Signal maxPool(Signal input) {
        return halved("maxPool", input);
    }

    @Override
    public Signal averagePool(Signal input) {
        return halved("averagePool", input);
    }

    @Override
    public Signal globalAveragePool(Signal input) {
        requireDimensions("a pooling", input, 3);
        dense = false;
        return Sizes.of(input.sizes().get(2));
    }

    @Override
    public Signal add(Signal one, Signal other) {
        if (!one.sizes().equals(other.sizes())) {
            throw new Misfit("signals of " + one.sizes() + " and " + other.sizes() + " cannot be added");
        }
        return one;
    }

    @Override
    public Signal concatenate(Signal one, Signal other) {
        List<Long> sizes = new ArrayList<>(one.sizes());
        int last = sizes.size() - 1;
        if (other.sizes().size() != sizes.size()
                || !other.sizes().subList(0, last).equals(sizes.subList(0, last))) {
            throw new Misfit("signals of " + one.sizes() + " and " + other.sizes() + " cannot be concatenated");
        }
        sizes.set(last, Math.addExact(sizes.get(last), other.sizes().get(last)));
        return new Sizes(List.copyOf(sizes));
    }

    /** Networks side by side have no steps of their own to draw by, so that it counts as no dense layer. */
    @Override
    public Signal dropout(String name, Signal input, double rate) {
        begin(name, input, input.sizes().size(), 1);
        dense = false;
        if (!(rate >= 0 && rate < 1)) {
            throw new Misfit("layer '" + name + "' drops a share of " + rate + "; it must be at least 0 and below 1");
        }
        return input;
    }

    @Override
    public Signal relu(Signal input) {
        return input;
    }

    private Sizes halved(String name, Signal input) {
        requireDimensions("a pooling", input, 3);
        dense = false;
        return Sizes.of(
                remaining(name, input.sizes().get(0) / 2),
                remaining(name, input.sizes().get(1) / 2),
                input.sizes().get(2));
    }

    /** Checks what holds for every layer with weights. */
    private void begin(String name, Signal input, int dimensions, long units) {
        requireDimensions("layer '" + name + "'", input, dimensions);
        if (!names.add(name)) {
            throw new Misfit("two layers have the name '" + name + "'");
        }
        if (units < 1) {
            throw new Misfit("layer '" + name + "' has " + units + " units; there must be at least one");
        }
    }

    private static void requireDimensions(String what, Signal input, int dimensions) {
        if (input.sizes().size() != dimensions) {
            throw new Misfit(what + " takes " + (dimensions == 3 ? "[height, width, channels]" : "[inputs]") + ", not "
                    + input.sizes());
        }
    }

    private void count(String name, long each, long units) {
        try {
            parameters = Math.addExact(parameters, Math.multiplyExact(each, units));
        } catch (ArithmeticException e) {
            throw new Misfit("layer '" + name + "' has more parameters than can be counted");
        }
    }

    private static long remaining(String name, long side) {
        if (side < 1) {
            throw new Misfit("layer '" + name + "' leaves no pixel");
        }
        return side;
    }
}
