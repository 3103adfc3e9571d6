package io.github.distillmaven.tensorflow.graph;

import io.github.distillmaven.tensorflow.gpu.CrossEntropy;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * How far the logits of a batch are from its targets.
 *
 * @param targets input: [n] for classes, [n, classes] for distributions
 * @param mean cross entropy of the batch, at a temperature T times T squared, so that gradients keep their size (Hinton et al. 2015)
 * @param correct number of examples answered with their label, which is the largest share of a distribution
 */
public record Loss(Placeholder<?> targets, Operand<TFloat32> mean, Operand<TFloat32> correct) {

    /** @param logits [n, classes] */
    public static Loss build(Ops tf, Objective objective, Operand<TFloat32> logits) {
        if (objective.distributions()) {
            Placeholder<TFloat32> targets =
                    tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, objective.classes())));
            Operand<TInt64> wanted = tf.math.argMax(targets, tf.constant(1));
            return new Loss(targets, mean(tf, objective, logits, targets), correct(tf, logits, wanted));
        }
        Placeholder<TInt32> labels = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
        // The sparse form has no gradient in the C++ registry.
        Operand<TFloat32> oneHot =
                tf.oneHot(labels, tf.constant(objective.classes()), tf.constant(1f), tf.constant(0f));
        Operand<TFloat32> mean = mean(tf, objective, logits, oneHot);
        return new Loss(labels, mean, correct(tf, logits, tf.dtypes.cast(labels, TInt64.class)));
    }

    private static Operand<TFloat32> mean(
            Ops tf, Objective objective, Operand<TFloat32> logits, Operand<TFloat32> shares) {
        float temperature = (float) objective.temperature();
        boolean plain = temperature == 1;
        Operand<TFloat32> each =
                CrossEntropy.ofEach(tf, plain ? logits : tf.math.div(logits, tf.constant(temperature)), shares);
        Operand<TFloat32> mean = tf.math.mean(each, tf.constant(0));
        return plain ? mean : tf.math.mul(mean, tf.constant(temperature * temperature));
    }

    private static Operand<TFloat32> correct(Ops tf, Operand<TFloat32> logits, Operand<TInt64> wanted) {
        Operand<TInt64> answered = tf.math.argMax(logits, tf.constant(1));
        return tf.reduceSum(tf.dtypes.cast(tf.math.equal(answered, wanted), TFloat32.class), tf.constant(0));
    }
}
