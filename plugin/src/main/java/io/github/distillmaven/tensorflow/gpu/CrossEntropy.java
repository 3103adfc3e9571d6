package io.github.distillmaven.tensorflow.gpu;

import org.tensorflow.DeviceSpec;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * How far answers are from what is wanted: the sum over the classes of the share times the negative logarithm of the softmax.
 *
 * <p>It is computed on the processor everywhere: of it, TensorFlow has no kernel for GPUs that gives the same bits each time, and refuses the
 * other. A batch has few logits.
 */
public final class CrossEntropy {

    private static final DeviceSpec PROCESSOR = DeviceSpec.newBuilder()
            .deviceType(DeviceSpec.DeviceType.CPU)
            .deviceIndex(0)
            .build();

    private CrossEntropy() {}

    /**
     * Adds it for each example, [n].
     *
     * @param logits [n, classes]
     * @param shares [n, classes], each row with the sum 1
     */
    public static Operand<TFloat32> ofEach(Ops tf, Operand<TFloat32> logits, Operand<TFloat32> shares) {
        return tf.withDevice(PROCESSOR)
                .nn
                .softmaxCrossEntropyWithLogits(logits, shares)
                .loss();
    }
}
