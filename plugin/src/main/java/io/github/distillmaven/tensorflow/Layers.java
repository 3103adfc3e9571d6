package io.github.distillmaven.tensorflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Adds layers to a graph and keeps their parameters, in the order in which they were added. */
final class Layers {

    private static final String NO_PADDING = "VALID";

    private final Ops tf;
    private final List<Parameter> parameters = new ArrayList<>();

    Layers(Ops tf) {
        this.tf = tf;
    }

    /** Weights before biases, layer by layer. */
    List<Parameter> parameters() {
        return List.copyOf(parameters);
    }

    /** [n, ...] to [n, product of the rest]. */
    Operand<TFloat32> flatten(Operand<TFloat32> input) {
        long inputs = Arrays.stream(input.shape().asArray()).skip(1).reduce(1, Math::multiplyExact);
        return tf.reshape(input, tf.constant(new long[] {-1, inputs}));
    }

    /** [n, inputs] to [n, units]. */
    Operand<TFloat32> dense(String name, Operand<TFloat32> input, long units) {
        long inputs = input.shape().asArray()[1];
        Ops scope = tf.withSubScope(name);
        Operand<TFloat32> weights = parameter(scope, "weights", Shape.of(inputs, units), inputs);
        Operand<TFloat32> biases = parameter(scope, "biases", Shape.of(units), inputs);
        return scope.nn.biasAdd(scope.linalg.matMul(input, weights), biases);
    }

    /** [n, h, w, c] to [n, h - size + 1, w - size + 1, filters]: stride 1, "valid" padding. */
    Operand<TFloat32> convolution(String name, Operand<TFloat32> input, long size, long filters) {
        long channels = input.shape().asArray()[3];
        long fanIn = size * size * channels;
        Ops scope = tf.withSubScope(name);
        Operand<TFloat32> weights = parameter(scope, "weights", Shape.of(size, size, channels, filters), fanIn);
        Operand<TFloat32> biases = parameter(scope, "biases", Shape.of(filters), fanIn);
        Operand<TFloat32> sums = scope.nn.conv2d(input, weights, List.of(1L, 1L, 1L, 1L), NO_PADDING);
        return scope.nn.biasAdd(sums, biases);
    }

    /** [n, h, w, c] to [n, h / 2, w / 2, c]: the maximum of each 2x2 square. */
    Operand<TFloat32> maxPool(Operand<TFloat32> input) {
        Operand<TInt32> square = tf.constant(new int[] {1, 2, 2, 1});
        return tf.nn.maxPool(input, square, square, NO_PADDING);
    }

    Operand<TFloat32> relu(Operand<TFloat32> input) {
        return tf.nn.relu(input);
    }

    private Variable<TFloat32> parameter(Ops scope, String name, Shape shape, long fanIn) {
        Variable<TFloat32> variable = scope.withName(name).variable(shape, TFloat32.class);
        parameters.add(new Parameter(StateVariable.of(scope, variable), fanIn));
        return variable;
    }
}
