package io.github.distillmaven.tensorflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.rng.UniformRandomProvider;
import org.tensorflow.Operand;
import org.tensorflow.OperationBuilder;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.Scope;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * The layers of several networks {@link io.github.distillmaven.experiment.Network#MLP_4X100} for points, side by side: every
 * array has one more dimension in front, the number of the network.
 */
final class PointLayers {

    static final int COORDINATES = 2;
    static final int CLASSES = 2;

    private static final int[] UNITS = {COORDINATES, 100, 100, 100, 100, CLASSES};

    private final Ops tf;
    private final int networks;
    private final List<StateVariable> variables = new ArrayList<>();
    private final List<Operand<TFloat32>> values = new ArrayList<>();

    PointLayers(Ops tf, int networks) {
        this.tf = tf;
        this.networks = networks;
        for (int layer = 1; layer < UNITS.length; layer++) {
            add(Shape.of(networks, UNITS[layer - 1], UNITS[layer]));
            add(Shape.of(networks, 1, UNITS[layer]));
        }
    }

    private void add(Shape shape) {
        Variable<TFloat32> variable = tf.variable(shape, TFloat32.class);
        variables.add(StateVariable.of(tf, variable));
        // The gradient of the product would take over the variable's type, which is that of a reference.
        values.add(tf.identity(variable));
    }

    /** Weights and biases of each layer in turn. */
    List<StateVariable> variables() {
        return List.copyOf(variables);
    }

    /** What the layers read of {@link #variables}, in the same order: gradients are with respect to these. */
    List<Operand<TFloat32>> values() {
        return List.copyOf(values);
    }

    /** [networks, n, 2] to [networks, n, 2]. */
    Operand<TFloat32> logits(Operand<TFloat32> points) {
        Operand<TFloat32> output = points;
        for (int index = 0; index < values.size(); index += 2) {
            if (index > 0) {
                output = tf.nn.relu(output);
            }
            output = tf.math.add(product(output, values.get(index)), values.get(index + 1));
        }
        return output;
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

    /** Draws the initial weights of one network, as {@link InitialValues.Uniform} has them. */
    static Weights draw(UniformRandomProvider random) {
        List<float[]> drawn = new ArrayList<>();
        for (int layer = 1; layer < UNITS.length; layer++) {
            InitialValues initial = new InitialValues.Uniform(UNITS[layer - 1]);
            drawn.add(initial.draw(UNITS[layer - 1] * UNITS[layer], random));
            drawn.add(initial.draw(UNITS[layer], random));
        }
        return new Weights(drawn);
    }

    /** The weights of one network from a row of them all, one after the other. */
    static Weights split(float[] row) {
        List<float[]> weights = new ArrayList<>();
        int from = 0;
        for (int layer = 1; layer < UNITS.length; layer++) {
            for (int size : new int[] {UNITS[layer - 1] * UNITS[layer], UNITS[layer]}) {
                weights.add(Arrays.copyOfRange(row, from, from + size));
                from += size;
            }
        }
        return new Weights(weights);
    }
}
