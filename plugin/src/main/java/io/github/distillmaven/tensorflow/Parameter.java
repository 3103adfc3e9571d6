package io.github.distillmaven.tensorflow;

import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * The weights or the biases of one layer, in a graph.
 *
 * @param state holds the values
 * @param fanIn number of inputs that each unit of the layer sums
 */
record Parameter(StateVariable state, long fanIn) {

    /** What the layers compute with. */
    Variable<TFloat32> variable() {
        return state.variable();
    }
}
