package io.github.distillmaven.tensorflow.graph;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * An exponential average over the batches of a training.
 *
 * @param average holds it
 * @param ofBatch what the current batch adds, of the same shape
 */
public record MovingAverage(Variable<TFloat32> average, Operand<TFloat32> ofBatch) {

    /** The share of the former value that a step keeps. PyTorch, whose recipes we follow, calls it a momentum of 0.1. */
    static final float KEPT = 0.9f;

    /** Adds the update by one batch to a graph. */
    public Op update(Ops tf) {
        Operand<TFloat32> former = tf.math.mul(average, tf.constant(KEPT));
        Operand<TFloat32> added = tf.math.mul(ofBatch, tf.constant(1 - KEPT));
        return tf.assign(average, tf.math.add(former, added));
    }
}
