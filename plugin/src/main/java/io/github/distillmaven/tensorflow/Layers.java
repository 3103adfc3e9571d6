package io.github.distillmaven.tensorflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.distillmaven.experiment.Precision;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Adds layers to a graph, as they predict or as they are trained. */
final class Layers {

    private static final String NO_PADDING = "VALID";
    private static final int STABLE_CHANNELS = 4;

    private final Ops tf;
    private final LayerParameters parameters;
    private final boolean training;
    private final Precision precision;
    private final List<MovingAverage> averages = new ArrayList<>();

    private Layers(Ops tf, LayerParameters parameters, boolean training, Precision precision) {
        this.tf = tf;
        this.parameters = parameters;
        this.training = training;
        this.precision = precision;
    }

    /** Layers that predict. */
    static Layers predicting(Ops tf, LayerParameters parameters) {
        return new Layers(tf, parameters, false, Precision.FLOAT32);
    }

    /** Layers that are trained. */
    static Layers training(Ops tf, LayerParameters parameters, Precision precision) {
        return new Layers(tf, parameters, true, precision);
    }

    /** What a training step must update beside the trainable parameters; empty for layers that predict. */
    List<MovingAverage> averages() {
        return List.copyOf(averages);
    }

    /** [n, ...] to [n, product of the rest]. */
    Operand<TFloat32> flatten(Operand<TFloat32> input) {
        long inputs = Arrays.stream(input.shape().asArray()).skip(1).reduce(1, Math::multiplyExact);
        return tf.reshape(input, tf.constant(new long[] {-1, inputs}));
    }

    /** [n, inputs] to [n, units]. */
    Operand<TFloat32> dense(String name, Operand<TFloat32> input, long units) {
        long inputs = input.shape().asArray()[1];
        InitialValues initial = new InitialValues.Uniform(inputs);
        Ops scope = tf.withSubScope(name);
        Variable<TFloat32> weights = parameters.trainable(scope, name, "weights", Shape.of(inputs, units), initial);
        Variable<TFloat32> biases = parameters.trainable(scope, name, "biases", Shape.of(units), initial);
        return scope.nn.biasAdd(scope.linalg.matMul(input, weights), biases);
    }

    /** [n, h, w, c] to [n, h - size + 1, w - size + 1, filters]: stride 1, "valid" padding. */
    Operand<TFloat32> convolution(String name, Operand<TFloat32> input, long size, long filters) {
        Ops scope = tf.withSubScope(name);
        Operand<TFloat32> weights = convolutionWeights(scope, name, input, size, filters);
        InitialValues initial = new InitialValues.Uniform(size * size * channels(input));
        Variable<TFloat32> biases = parameters.trainable(scope, name, "biases", Shape.of(filters), initial);
        Operand<TFloat32> sums = conv2d(scope, input, weights, List.of(1L, 1L, 1L, 1L), NO_PADDING);
        return scope.nn.biasAdd(sums, biases);
    }

    /**
     * [n, h, w, c] to [n, ceil(h / stride), ceil(w / stride), filters], without biases.
     *
     * @param size of the filters, odd; half of it, rounded down, is the width of the zeros at each side of the input
     */
    Operand<TFloat32> paddedConvolution(String name, Operand<TFloat32> input, long size, long filters, long stride) {
        Ops scope = tf.withSubScope(name);
        Operand<TFloat32> weights = convolutionWeights(scope, name, input, size, filters);
        List<Long> strides = List.of(1L, stride, stride, 1L);
        if (stride == 1 || size == 1) {
            return conv2d(scope, input, weights, strides, "SAME");
        }
        // "Same" would put the zeros at two sides alone, and the gradient of "explicit" forgets how many there are.
        int zeros = (int) size / 2;
        Operand<TInt32> around = scope.constant(new int[][] {{0, 0}, {zeros, zeros}, {zeros, zeros}, {0, 0}});
        return conv2d(scope, scope.pad(input, around, scope.constant(0f)), weights, strides, NO_PADDING);
    }

    /** In bfloat16, oneDNN's results for two or three channels differ from run to run; more of zeros change none. */
    private Operand<TFloat32> conv2d(
            Ops scope, Operand<TFloat32> input, Operand<TFloat32> weights, List<Long> strides, String padding) {
        int missing = Math.max(0, STABLE_CHANNELS - (int) channels(input));
        if (precision != Precision.BFLOAT16 || missing == 0) {
            return scope.nn.conv2d(input, weights, strides, padding);
        }
        Operand<TInt32> ofInput = scope.constant(new int[][] {{0, 0}, {0, 0}, {0, 0}, {0, missing}});
        Operand<TInt32> ofWeights = scope.constant(new int[][] {{0, 0}, {0, 0}, {0, missing}, {0, 0}});
        Operand<TFloat32> zero = scope.constant(0f);
        return scope.nn.conv2d(scope.pad(input, ofInput, zero), scope.pad(weights, ofWeights, zero), strides, padding);
    }

    private Variable<TFloat32> convolutionWeights(
            Ops scope, String layer, Operand<TFloat32> input, long size, long filters) {
        long channels = channels(input);
        return parameters.trainable(
                scope,
                layer,
                "weights",
                Shape.of(size, size, channels, filters),
                new InitialValues.Uniform(size * size * channels));
    }

    /** [n, h, w, c] to the same. */
    Operand<TFloat32> batchNormalization(String name, Operand<TFloat32> input) {
        Shape channels = Shape.of(channels(input));
        Ops scope = tf.withSubScope(name);
        BatchNormalization layer = new BatchNormalization(
                parameters.trainable(scope, name, "scale", channels, new InitialValues.Constant(1)),
                parameters.trainable(scope, name, "offset", channels, new InitialValues.Constant(0)),
                parameters.average(scope, name, "mean", channels, new InitialValues.Constant(0)),
                parameters.average(scope, name, "variance", channels, new InitialValues.Constant(1)));
        return training ? layer.training(scope, input, averages) : layer.predicting(scope, input);
    }

    /** [n, h, w, c] to [n, h / 2, w / 2, c]: the maximum of each 2x2 square. */
    Operand<TFloat32> maxPool(Operand<TFloat32> input) {
        Operand<TInt32> square = tf.constant(new int[] {1, 2, 2, 1});
        return tf.nn.maxPool(input, square, square, NO_PADDING);
    }

    /** [n, h, w, c] to [n, c]: the mean of each channel. */
    Operand<TFloat32> globalAveragePool(Operand<TFloat32> input) {
        return tf.math.mean(input, tf.constant(new int[] {1, 2}));
    }

    Operand<TFloat32> add(Operand<TFloat32> one, Operand<TFloat32> other) {
        return tf.math.add(one, other);
    }

    Operand<TFloat32> relu(Operand<TFloat32> input) {
        return tf.nn.relu(input);
    }

    private static long channels(Operand<TFloat32> input) {
        return input.shape().asArray()[3];
    }
}
