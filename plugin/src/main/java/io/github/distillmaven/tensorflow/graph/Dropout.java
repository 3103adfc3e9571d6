package io.github.distillmaven.tensorflow.graph;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Dropout (Srivastava et al. 2014) that is the same in every run: what is dropped is a function of a seed, the name of the layer and the
 * number of the step, by TensorFlow's random operations that have no state. A training that goes on from a checkpoint drops what
 * it would have dropped.
 *
 * @param seed of a step, to be fed: the seed of the training, and the number of the step
 */
public record Dropout(Placeholder<TInt64> seed) {

    private static final int LENGTH = 2;

    /** Adds what a step feeds. */
    static Dropout in(Ops tf) {
        return new Dropout(tf.withSubScope("dropout").placeholder(TInt64.class, Placeholder.shape(Shape.of(LENGTH))));
    }

    /**
     * Adds a layer.
     *
     * @param name of the layer: those of two names drop independently of each other
     * @param rate the probability of being dropped
     */
    Operand<TFloat32> add(Ops tf, String name, Operand<TFloat32> input, double rate) {
        Operand<TInt64> own = tf.math.add(seed, tf.constant(new long[] {name.hashCode(), 0}));
        Operand<TFloat32> drawn = tf.random.statelessRandomUniform(tf.shape(input), own, TFloat32.class);
        Operand<TFloat32> stays =
                tf.dtypes.cast(tf.math.greaterEqual(drawn, tf.constant((float) rate)), TFloat32.class);
        Operand<TFloat32> factors = tf.math.div(stays, tf.constant((float) (1 - rate)));
        return tf.math.mul(input, tf.stopGradient(factors));
    }

    /**
     * What a step feeds.
     *
     * @param training the seed of the training
     * @param step its number, from 0
     */
    public static TInt64 seed(long training, long step) {
        return TInt64.vectorOf(training, step);
    }
}
