package io.github.distillmaven.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** {@link io.github.distillmaven.experiment.Network#LINEAR}. */
final class LinearArchitecture implements Architecture {

    @Override
    public int minimumSize() {
        return 1;
    }

    @Override
    public Operand<TFloat32> logits(Layers layers, Operand<TFloat32> images, int classes) {
        return layers.dense("output", layers.flatten(images), classes);
    }
}
