package io.github.distillmaven.tensorflow.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.distillmaven.extension.Layers;
import io.github.distillmaven.extension.Signal;
import org.apache.commons.rng.UniformRandomProvider;
import org.tensorflow.Operand;
import org.tensorflow.OperationBuilder;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.Scope;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The layers of several networks of one architecture, side by side: every operand has one more dimension in front, the number of the
 * network. Dense layers alone can be stacked.
 */
public final class StackedLayers implements Layers {

    private final Ops tf;
    private final int networks;
    private final List<StateVariable> variables = new ArrayList<>();
    private final List<Operand<TFloat32>> values = new ArrayList<>();
    private final List<InitialValues> initial = new ArrayList<>();

    /**
     * @param tf where the layers are added
     * @param networks how many there are side by side
     */
    public StackedLayers(Ops tf, int networks) {
        this.tf = tf;
        this.networks = networks;
    }

    /** Weights and biases of each layer in turn. */
    public List<StateVariable> variables() {
        return List.copyOf(variables);
    }

    /** What the layers read of {@link #variables}, in the same order: gradients are with respect to these. */
    public List<Operand<TFloat32>> values() {
        return List.copyOf(values);
    }

    /** What one of the networks begins with. */
    public Weights draw(UniformRandomProvider random) {
        List<float[]> drawn = new ArrayList<>();
        for (int index = 0; index < initial.size(); index++) {
            drawn.add(initial.get(index).draw(sizeOfOne(index), random));
        }
        return new Weights(drawn);
    }

    /** The weights of one network from a row of them all, one after the other. */
    public Weights split(float[] row) {
        List<float[]> weights = new ArrayList<>();
        int from = 0;
        for (int index = 0; index < variables.size(); index++) {
            int to = from + sizeOfOne(index);
            weights.add(Arrays.copyOfRange(row, from, to));
            from = to;
        }
        return new Weights(weights);
    }

    private int sizeOfOne(int index) {
        return Math.toIntExact(variables.get(index).size() / networks);
    }

    @Override
    public Signal flatten(Signal input) {
        if (input.sizes().size() == 1) {
            return input;
        }
        long inputs = input.sizes().stream().reduce(1L, Math::multiplyExact);
        return signal(tf.reshape(operand(input), tf.constant(new long[] {networks, -1, inputs})));
    }

    @Override
    public Signal dense(String name, Signal input, long units) {
        InitialValues initial = new InitialValues.Uniform(input.sizes().get(0));
        return dense(input, units, initial, initial);
    }

    @Override
    public Signal normalDense(String name, Signal input, long units) {
        InitialValues initial = new InitialValues.Normal(input.sizes().get(0));
        return dense(input, units, initial, initial);
    }

    @Override
    public Signal zeroBiasDense(String name, Signal input, long units) {
        return dense(input, units, new InitialValues.Normal(input.sizes().get(0)), new InitialValues.Constant(0));
    }

    private Signal dense(Signal input, long units, InitialValues initialWeights, InitialValues initialBiases) {
        long inputs = input.sizes().get(0);
        Operand<TFloat32> weights = parameter(Shape.of(networks, inputs, units), initialWeights);
        Operand<TFloat32> biases = parameter(Shape.of(networks, 1, units), initialBiases);
        return signal(tf.math.add(product(operand(input), weights), biases));
    }

    @Override
    public Signal add(Signal one, Signal other) {
        return signal(tf.math.add(operand(one), operand(other)));
    }

    @Override
    public Signal concatenate(Signal one, Signal other) {
        Operand<TInt32> last = tf.constant(one.sizes().size() + 1);
        return signal(tf.concat(List.of(operand(one), operand(other)), last));
    }

    @Override
    public Signal relu(Signal input) {
        return signal(tf.nn.relu(operand(input)));
    }

    @Override
    public Signal convolution(String name, Signal input, long size, long filters) {
        throw notDense("a convolution");
    }

    @Override
    public Signal paddedConvolution(String name, Signal input, long size, long filters, long stride) {
        throw notDense("a convolution");
    }

    @Override
    public Signal batchNormalization(String name, Signal input) {
        throw notDense("batch normalisation");
    }

    @Override
    public Signal maxPool(Signal input) {
        throw notDense("pooling");
    }

    @Override
    public Signal averagePool(Signal input) {
        throw notDense("pooling");
    }

    @Override
    public Signal globalAveragePool(Signal input) {
        throw notDense("pooling");
    }

    @Override
    public Signal dropout(String name, Signal input, double rate) {
        throw notDense("dropout");
    }

    private Operand<TFloat32> parameter(Shape shape, InitialValues values) {
        Variable<TFloat32> variable = tf.variable(shape, TFloat32.class);
        variables.add(StateVariable.of(tf, variable));
        initial.add(values);
        // The gradient of the product would take over the variable's type, which is that of a reference.
        Operand<TFloat32> value = tf.identity(variable);
        this.values.add(value);
        return value;
    }

    /**
     * The oldest form of the batched product. Of the newer ones, TensorFlow 2.10 has no gradient in its C++ registry, and the Java
     * API has no method for this one.
     */
    private Operand<TFloat32> product(Operand<TFloat32> left, Operand<TFloat32> right) {
        Scope scope = tf.scope();
        OperationBuilder builder = scope.env().opBuilder("BatchMatMul", scope.makeOpName("BatchMatMul"), scope);
        builder.addInput(left.asOutput());
        builder.addInput(right.asOutput());
        return builder.build().output(0);
    }

    private static UnsupportedOperationException notDense(String layer) {
        return new UnsupportedOperationException("networks with " + layer + " cannot be trained side by side");
    }

    private static Signal signal(Operand<TFloat32> operand) {
        return new OperandSignal(operand, 2);
    }

    private static Operand<TFloat32> operand(Signal signal) {
        return ((OperandSignal) signal).operand();
    }
}
