package io.github.distillmaven.tensorflow.graph;

import java.util.List;

import io.github.distillmaven.tensorflow.gpu.Gpus;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/**
 * Batch normalisation (Ioffe and Szegedy 2015) of images, per channel, with the constants of PyTorch: in training with the
 * mean and the biased variance of the batch, in inference with moving averages of the mean and of the unbiased variance.
 *
 * @param scale [channels]
 * @param offset [channels]
 * @param mean moving average, [channels]
 * @param variance moving average, [channels]
 */
record BatchNormalization(
        Variable<TFloat32> scale, Variable<TFloat32> offset, Variable<TFloat32> mean, Variable<TFloat32> variance) {

    static final float EPSILON = 1e-5f;

    /** Adds what a prediction computes. */
    Operand<TFloat32> predicting(Ops tf, Operand<TFloat32> input) {
        return Gpus.count() == 0 ? fused(tf, input) : writtenOut(tf, input);
    }

    /** By one operation, which TensorFlow joins with its neighbours on a processor. */
    Operand<TFloat32> fused(Ops tf, Operand<TFloat32> input) {
        return tf.nn.fusedBatchNorm(
                        input,
                        scale,
                        offset,
                        mean,
                        variance,
                        FusedBatchNorm.epsilon(EPSILON),
                        FusedBatchNorm.isTraining(false))
                .y();
    }

    /** By a product and a sum: for GPUs, TensorFlow has no kernel of the other's gradient that gives the same bits each time. */
    Operand<TFloat32> writtenOut(Ops tf, Operand<TFloat32> input) {
        Operand<TFloat32> slope = tf.math.mul(scale, tf.math.rsqrt(tf.math.add(variance, tf.constant(EPSILON))));
        return tf.math.add(tf.math.mul(input, slope), tf.math.sub(offset, tf.math.mul(mean, slope)));
    }

    /**
     * Adds what a training step computes.
     *
     * @param averages get the mean and the variance that the batch adds to the averages
     */
    Operand<TFloat32> training(Ops tf, Operand<TFloat32> input, List<MovingAverage> averages) {
        Operand<TFloat32> none = tf.constant(new float[0]);
        FusedBatchNorm<TFloat32, TFloat32> normalised = tf.nn.fusedBatchNorm(
                input, scale, offset, none, none, FusedBatchNorm.epsilon(EPSILON), FusedBatchNorm.isTraining(true));
        averages.add(new MovingAverage(mean, normalised.batchMean()));
        averages.add(new MovingAverage(variance, normalised.batchVariance()));
        return normalised.y();
    }
}
