package io.github.distillmaven.network;

import io.github.distillmaven.extension.Layers;
import io.github.distillmaven.extension.Signal;

/**
 * Convolutions without biases, each with batch normalisation after it, whose offsets take their place.
 *
 * @param layers where they are added
 */
record NormalizedConvolutions(Layers layers) {

    /** As {@link Layers#paddedConvolution}; the normalisation has the convolution's name and ".norm". */
    Signal add(String name, Signal input, long size, long channels, long stride) {
        return layers.batchNormalization(name + ".norm", layers.paddedConvolution(name, input, size, channels, stride));
    }
}
