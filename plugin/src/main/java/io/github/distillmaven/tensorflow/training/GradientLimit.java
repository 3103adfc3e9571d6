package io.github.distillmaven.tensorflow.training;

import java.util.List;
import java.util.function.UnaryOperator;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/**
 * Shortens all gradients of a network together, where they are longer than a limit (Pascanu et al. 2013).
 *
 * @param length the limit of the square root of the sum of all squares; 0 for none
 */
public record GradientLimit(double length) {

    /**
     * Adds what shortens the gradients of one network to a graph.
     *
     * @param gradients of all parameters, of any shapes
     * @return as many, of the same shapes
     */
    public List<Operand<TFloat32>> shorten(Ops tf, List<Operand<TFloat32>> gradients) {
        return shorten(
                tf,
                gradients,
                squares -> tf.reduceSum(tf.reshape(squares, tf.constant(new int[] {-1})), tf.constant(0)));
    }

    /**
     * The same of several networks, each by itself.
     *
     * @param gradients of all parameters, [networks, any, any]
     */
    public List<Operand<TFloat32>> shortenEach(Ops tf, List<Operand<TFloat32>> gradients) {
        return shorten(
                tf,
                gradients,
                squares -> tf.reduceSum(squares, tf.constant(new int[] {1, 2}), ReduceSum.keepDims(true)));
    }

    private List<Operand<TFloat32>> shorten(
            Ops tf, List<Operand<TFloat32>> gradients, UnaryOperator<Operand<TFloat32>> sum) {
        if (length == 0) {
            return gradients;
        }
        Operand<TFloat32> squares = gradients.stream()
                .map(gradient -> sum.apply(tf.math.mul(gradient, gradient)))
                .reduce(tf.math::add)
                .orElseThrow();
        Operand<TFloat32> limit = tf.constant((float) length);
        Operand<TFloat32> factor = tf.math.div(limit, tf.math.maximum(limit, tf.math.sqrt(squares)));
        return gradients.stream()
                .<Operand<TFloat32>>map(gradient -> tf.math.mul(gradient, factor))
                .toList();
    }
}
