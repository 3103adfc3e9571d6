package io.github.distillmaven.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** {@link io.github.distillmaven.experiment.Network#MLP}. */
final class MlpArchitecture implements Architecture {

    private static final int UNITS = 256;

    @Override
    public int minimumSize() {
        return 1;
    }

    @Override
    public Operand<TFloat32> logits(Layers layers, Operand<TFloat32> images, int classes) {
        Operand<TFloat32> hidden1 = layers.relu(layers.dense("hidden1", layers.flatten(images), UNITS));
        Operand<TFloat32> hidden2 = layers.relu(layers.dense("hidden2", hidden1, UNITS));
        return layers.dense("output", hidden2, classes);
    }
}
