package io.github.distillmaven.tensorflow.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.extension.Layers;
import io.github.distillmaven.extension.Signal;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Adds layers to a graph, as they predict or as they are trained. The first dimension of every operand counts the examples. */
public final class TensorFlowLayers implements Layers {

    private static final String NO_PADDING = "VALID";
    private static final int STABLE_CHANNELS = 4;
    private static final int RIGHT_CHANNELS = 32;

    private final Ops tf;
    private final LayerParameters parameters;
    private final boolean training;
    private final Precision precision;
    private final List<MovingAverage> averages = new ArrayList<>();
    private @Nullable Dropout dropout;

    private TensorFlowLayers(Ops tf, LayerParameters parameters, boolean training, Precision precision) {
        this.tf = tf;
        this.parameters = parameters;
        this.training = training;
        this.precision = precision;
    }

    /** Layers that predict. */
    public static TensorFlowLayers predicting(Ops tf, LayerParameters parameters) {
        return new TensorFlowLayers(tf, parameters, false, Precision.FLOAT32);
    }

    /** Layers that are trained. */
    public static TensorFlowLayers training(Ops tf, LayerParameters parameters, Precision precision) {
        return new TensorFlowLayers(tf, parameters, true, precision);
    }

    /** What a training step must update beside the trainable parameters; empty for layers that predict. */
    public List<MovingAverage> averages() {
        return List.copyOf(averages);
    }

    /** What each training step must be told for dropout; empty if nothing is dropped. */
    public Optional<Dropout> dropout() {
        return Optional.ofNullable(dropout);
    }

    @Override
    public Signal flatten(Signal input) {
        long inputs = input.sizes().stream().reduce(1L, Math::multiplyExact);
        return signal(tf.reshape(operand(input), tf.constant(new long[] {-1, inputs})));
    }

    @Override
    public Signal dense(String name, Signal input, long units) {
        InitialValues initial = new InitialValues.Uniform(input.sizes().get(0));
        return dense(name, input, units, initial, initial);
    }

    @Override
    public Signal normalDense(String name, Signal input, long units) {
        InitialValues initial = new InitialValues.Normal(input.sizes().get(0));
        return dense(name, input, units, initial, initial);
    }

    @Override
    public Signal zeroBiasDense(String name, Signal input, long units) {
        return dense(name, input, units, new InitialValues.Normal(input.sizes().get(0)), new InitialValues.Constant(0));
    }

    private Signal dense(
            String name, Signal input, long units, InitialValues initialWeights, InitialValues initialBiases) {
        long inputs = input.sizes().get(0);
        Ops scope = tf.withSubScope(name);
        Variable<TFloat32> weights =
                parameters.trainable(scope, name, "weights", Shape.of(inputs, units), initialWeights);
        Variable<TFloat32> biases = parameters.trainable(scope, name, "biases", Shape.of(units), initialBiases);
        return signal(scope.nn.biasAdd(scope.linalg.matMul(operand(input), weights), biases));
    }

    @Override
    public Signal convolution(String name, Signal input, long size, long filters) {
        Ops scope = tf.withSubScope(name);
        Operand<TFloat32> weights = convolutionWeights(scope, name, input, size, filters);
        InitialValues initial = new InitialValues.Uniform(size * size * channels(input));
        Variable<TFloat32> biases = parameters.trainable(scope, name, "biases", Shape.of(filters), initial);
        Operand<TFloat32> sums = conv2d(scope, operand(input), weights, List.of(1L, 1L, 1L, 1L), NO_PADDING);
        return signal(scope.nn.biasAdd(sums, biases));
    }

    @Override
    public Signal paddedConvolution(String name, Signal input, long size, long filters, long stride) {
        Ops scope = tf.withSubScope(name);
        Operand<TFloat32> weights = convolutionWeights(scope, name, input, size, filters);
        List<Long> strides = List.of(1L, stride, stride, 1L);
        if (stride == 1 || size == 1) {
            return signal(conv2d(scope, operand(input), weights, strides, "SAME"));
        }
        // "Same" would put the zeros at two sides alone, and the gradient of "explicit" forgets how many there are.
        int zeros = (int) size / 2;
        Operand<TInt32> around = scope.constant(new int[][] {{0, 0}, {zeros, zeros}, {zeros, zeros}, {0, 0}});
        return signal(
                conv2d(scope, scope.pad(operand(input), around, scope.constant(0f)), weights, strides, NO_PADDING));
    }

    /** With as many channels of zeros as oneDNN needs; they change no sum. */
    private Operand<TFloat32> conv2d(
            Ops scope, Operand<TFloat32> input, Operand<TFloat32> weights, List<Long> strides, String padding) {
        int missing = missingChannels((int) input.shape().get(3));
        if (missing == 0) {
            return scope.nn.conv2d(input, weights, strides, padding);
        }
        Operand<TInt32> ofInput = scope.constant(new int[][] {{0, 0}, {0, 0}, {0, 0}, {0, missing}});
        Operand<TInt32> ofWeights = scope.constant(new int[][] {{0, 0}, {0, 0}, {0, missing}, {0, 0}});
        Operand<TFloat32> zero = scope.constant(0f);
        return scope.nn.conv2d(scope.pad(input, ofInput, zero), scope.pad(weights, ofWeights, zero), strides, padding);
    }

    /**
     * In bfloat16, oneDNN's results for two or three channels differ from run to run. Its gradient with respect to the input is wrong
     * where the channels take an odd number of blocks of 16, from three blocks on, such as 36 or 48.
     */
    private int missingChannels(int channels) {
        if (channels > RIGHT_CHANNELS) {
            return Math.floorMod(-channels, RIGHT_CHANNELS);
        }
        return precision == Precision.BFLOAT16 ? Math.max(0, STABLE_CHANNELS - channels) : 0;
    }

    private Variable<TFloat32> convolutionWeights(Ops scope, String layer, Signal input, long size, long filters) {
        long channels = channels(input);
        return parameters.trainable(
                scope,
                layer,
                "weights",
                Shape.of(size, size, channels, filters),
                new InitialValues.Uniform(size * size * channels));
    }

    @Override
    public Signal batchNormalization(String name, Signal input) {
        Shape channels = Shape.of(channels(input));
        Ops scope = tf.withSubScope(name);
        BatchNormalization layer = new BatchNormalization(
                parameters.trainable(scope, name, "scale", channels, new InitialValues.Constant(1)),
                parameters.trainable(scope, name, "offset", channels, new InitialValues.Constant(0)),
                parameters.average(scope, name, "mean", channels, new InitialValues.Constant(0)),
                parameters.average(scope, name, "variance", channels, new InitialValues.Constant(1)));
        return signal(
                training ? layer.training(scope, operand(input), averages) : layer.predicting(scope, operand(input)));
    }

    @Override
    public Signal maxPool(Signal input) {
        Operand<TInt32> square = tf.constant(new int[] {1, 2, 2, 1});
        return signal(tf.nn.maxPool(operand(input), square, square, NO_PADDING));
    }

    @Override
    public Signal averagePool(Signal input) {
        List<Long> square = List.of(1L, 2L, 2L, 1L);
        return signal(tf.nn.avgPool(operand(input), square, square, NO_PADDING));
    }

    @Override
    public Signal globalAveragePool(Signal input) {
        return signal(tf.math.mean(operand(input), tf.constant(new int[] {1, 2})));
    }

    @Override
    public Signal add(Signal one, Signal other) {
        return signal(tf.math.add(operand(one), operand(other)));
    }

    @Override
    public Signal concatenate(Signal one, Signal other) {
        Operand<TInt32> last = tf.constant(one.sizes().size());
        return signal(tf.concat(List.of(operand(one), operand(other)), last));
    }

    @Override
    public Signal dropout(String name, Signal input, double rate) {
        if (!training) {
            return input;
        }
        if (dropout == null) {
            dropout = Dropout.in(tf);
        }
        return signal(dropout.add(tf.withSubScope(name), name, operand(input), rate));
    }

    @Override
    public Signal relu(Signal input) {
        return signal(tf.nn.relu(operand(input)));
    }

    private static long channels(Signal input) {
        return input.sizes().get(2);
    }

    private static Signal signal(Operand<TFloat32> operand) {
        return new OperandSignal(operand, 1);
    }

    private static Operand<TFloat32> operand(Signal signal) {
        return ((OperandSignal) signal).operand();
    }
}
