package io.github.distillmaven.tensorflow.graph;

import java.util.ArrayList;
import java.util.List;

import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** The variables that an optimizer keeps beside the parameters, such as momenta. They begin with zeros. */
public final class OptimizerState {

    private final Ops tf;
    private final List<StateVariable> variables = new ArrayList<>();
    private final List<Op> initializers = new ArrayList<>();

    /** @param tf where the variables are made */
    public OptimizerState(Ops tf) {
        this.tf = tf;
    }

    /** A new variable of a parameter's shape. */
    Variable<TFloat32> zerosLike(Variable<TFloat32> parameter) {
        Variable<TFloat32> state = tf.variable(parameter.shape(), TFloat32.class);
        long[] dimensions = parameter.shape().asArray();
        variables.add(StateVariable.of(tf, state));
        initializers.add(tf.assign(state, tf.fill(tf.constant(dimensions), tf.constant(0f))));
        return state;
    }

    /** The variables, in the order in which they were made. */
    public List<StateVariable> variables() {
        return List.copyOf(variables);
    }

    /** To be run before the first step. */
    public List<Op> initializers() {
        return List.copyOf(initializers);
    }
}
