package io.github.distillmaven.tensorflow;

import org.tensorflow.op.core.Assign;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * The weights or the biases of one layer, in a graph.
 *
 * @param variable holds the values
 * @param fanIn number of inputs that each unit of the layer sums
 * @param value what {@code assign} is fed with, of the variable's shape
 * @param assign sets the variable
 */
record Parameter(Variable<TFloat32> variable, long fanIn, Placeholder<TFloat32> value, Assign<TFloat32> assign) {}
