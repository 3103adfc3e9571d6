package io.github.distillmaven.tensorflow.graph;

import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * One array of values of a layer, such as its weights, in a graph.
 *
 * @param state holds the values
 * @param initial what they are before the first step
 * @param trainable whether they follow gradients; if not, they are averages of what went by in training
 */
public record Parameter(StateVariable state, InitialValues initial, boolean trainable) {

    /** What the layers compute with. */
    public Variable<TFloat32> variable() {
        return state.variable();
    }
}
