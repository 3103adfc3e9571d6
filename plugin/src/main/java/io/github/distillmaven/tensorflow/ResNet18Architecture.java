package io.github.distillmaven.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * {@link io.github.distillmaven.experiment.Network#RESNET18}.
 *
 * @param width channels of the first stage, a multiple of 16
 */
record ResNet18Architecture(int width) implements Architecture {

    private static final int STAGES = 4;
    private static final int BLOCKS = 2;

    @Override
    public int minimumSize() {
        return 1;
    }

    @Override
    public Operand<TFloat32> logits(Layers layers, Operand<TFloat32> images, int classes) {
        Operand<TFloat32> features = layers.relu(convolution(layers, "stem", images, 3, width, 1));
        for (int stage = 1; stage <= STAGES; stage++) {
            for (int block = 1; block <= BLOCKS; block++) {
                int stride = stage > 1 && block == 1 ? 2 : 1;
                features = block(
                        layers, "stage%s.block%s".formatted(stage, block), features, (long) width << stage - 1, stride);
            }
        }
        return layers.dense("output", layers.globalAveragePool(features), classes);
    }

    private static Operand<TFloat32> block(
            Layers layers, String name, Operand<TFloat32> input, long channels, int stride) {
        Operand<TFloat32> hidden = layers.relu(convolution(layers, name + ".one", input, 3, channels, stride));
        Operand<TFloat32> residual = convolution(layers, name + ".two", hidden, 3, channels, 1);
        Operand<TFloat32> shortcut =
                stride == 1 ? input : convolution(layers, name + ".shortcut", input, 1, channels, stride);
        return layers.relu(layers.add(residual, shortcut));
    }

    /** Followed by batch normalisation. */
    private static Operand<TFloat32> convolution(
            Layers layers, String name, Operand<TFloat32> input, long size, long channels, long stride) {
        return layers.batchNormalization(name + ".norm", layers.paddedConvolution(name, input, size, channels, stride));
    }
}
