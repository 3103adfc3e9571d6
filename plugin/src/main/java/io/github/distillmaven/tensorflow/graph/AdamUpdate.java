package io.github.distillmaven.tensorflow.graph;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * {@link io.github.distillmaven.experiment.Optimizer.Algorithm#ADAM}, in the order of computation that the paper gives at
 * the end of its section 2: the bias correction is part of the step size, and epsilon is its "epsilon hat".
 */
record AdamUpdate() implements UpdateRule {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final float EPSILON = 1e-8f;

    @Override
    public Op update(
            Ops tf,
            OptimizerState state,
            Variable<TFloat32> parameter,
            Operand<TFloat32> gradient,
            Operand<TFloat32> rate) {
        // Powers of zero switch off TensorFlow's own bias correction: ours is computed in double precision.
        Operand<TFloat32> noPower = tf.constant(0f);
        return tf.train.applyAdam(
                parameter,
                state.zerosLike(parameter),
                state.zerosLike(parameter),
                noPower,
                noPower,
                rate,
                tf.constant((float) BETA1),
                tf.constant((float) BETA2),
                tf.constant(EPSILON),
                gradient);
    }

    @Override
    public double stepSize(double learningRate, long step) {
        return learningRate * Math.sqrt(1 - Math.pow(BETA2, step + 1)) / (1 - Math.pow(BETA1, step + 1));
    }
}
