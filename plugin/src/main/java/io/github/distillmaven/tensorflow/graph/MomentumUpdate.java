package io.github.distillmaven.tensorflow.graph;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * {@link io.github.distillmaven.experiment.Optimizer.Algorithm#SGD}.
 *
 * @param momentum in [0, 1)
 */
record MomentumUpdate(float momentum) implements UpdateRule {

    @Override
    public Op update(
            Ops tf,
            OptimizerState state,
            Variable<TFloat32> parameter,
            Operand<TFloat32> gradient,
            Operand<TFloat32> rate) {
        return tf.train.applyMomentum(parameter, state.zerosLike(parameter), rate, gradient, tf.constant(momentum));
    }

    @Override
    public double stepSize(double learningRate, long step) {
        return learningRate;
    }
}
