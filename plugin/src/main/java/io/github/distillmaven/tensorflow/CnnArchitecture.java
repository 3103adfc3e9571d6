package io.github.distillmaven.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** {@link io.github.distillmaven.experiment.Network#CNN}. */
final class CnnArchitecture implements Architecture {

    /** 16 - 4 = 12, pooled 6, 6 - 4 = 2, pooled 1: nothing smaller leaves a pixel. */
    @Override
    public int minimumSize() {
        return 16;
    }

    @Override
    public Operand<TFloat32> logits(Layers layers, Operand<TFloat32> images, int classes) {
        Operand<TFloat32> features1 = layers.maxPool(layers.relu(layers.convolution("convolution1", images, 5, 20)));
        Operand<TFloat32> features2 = layers.maxPool(layers.relu(layers.convolution("convolution2", features1, 5, 50)));
        Operand<TFloat32> hidden = layers.relu(layers.dense("hidden", layers.flatten(features2), 500));
        return layers.dense("output", hidden, classes);
    }
}
