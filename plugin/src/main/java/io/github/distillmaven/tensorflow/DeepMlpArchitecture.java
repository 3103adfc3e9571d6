package io.github.distillmaven.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** {@link io.github.distillmaven.experiment.Network#MLP_4X100}, for images. */
final class DeepMlpArchitecture implements Architecture {

    private static final int LAYERS = 4;
    private static final int UNITS = 100;

    @Override
    public int minimumSize() {
        return 1;
    }

    @Override
    public Operand<TFloat32> logits(Layers layers, Operand<TFloat32> images, int classes) {
        Operand<TFloat32> hidden = layers.flatten(images);
        for (int layer = 1; layer <= LAYERS; layer++) {
            hidden = layers.relu(layers.dense("hidden" + layer, hidden, UNITS));
        }
        return layers.dense("output", hidden, classes);
    }
}
