package io.github.distillmaven.tensorflow.graph;

import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Assign;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * A variable of a graph, with the means to set it from outside.
 *
 * @param variable holds the values
 * @param value what {@code assign} is fed with, of the variable's shape
 * @param assign sets the variable
 */
public record StateVariable(Variable<TFloat32> variable, Placeholder<TFloat32> value, Assign<TFloat32> assign) {

    /** Adds to a graph what sets a variable of it. */
    static StateVariable of(Ops tf, Variable<TFloat32> variable) {
        Placeholder<TFloat32> value = tf.placeholder(TFloat32.class, Placeholder.shape(variable.shape()));
        return new StateVariable(variable, value, tf.assign(variable, value));
    }

    /** Number of values. */
    public long size() {
        return variable.shape().size();
    }

    /** Has a run set the variable; {@code values} are of its shape and stay open until the run is over. */
    void set(Session.Runner runner, TFloat32 values) {
        runner.feed(value, values).addTarget(assign);
    }
}
