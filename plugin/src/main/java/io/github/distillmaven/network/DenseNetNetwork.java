package io.github.distillmaven.network;

import io.github.distillmaven.extension.Layers;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.Signal;
import io.github.distillmaven.extension.option.Choice;
import org.kohsuke.MetaInfServices;

/**
 * DenseNet-BC (Huang et al. 2017) of depth 40 and growth rate 12 for small images: a stem of 3x3 filters, three blocks of six
 * bottleneck layers each, whose outputs are concatenated, and between blocks a transition that halves the channels and the image;
 * batch normalisation and ReLU before every convolution but the stem; at the end global average pool and one dense layer. No dropout.
 * 176,122 parameters for 10 classes and 3 channels.
 */
@MetaInfServices(Network.class)
public final class DenseNetNetwork implements Network {

    private static final int DEPTH = 40;
    private static final int GROWTH = 12;
    private static final int BLOCKS = 3;
    /** Two convolutions each; the stem, the transitions and the last layer are the rest of the depth. */
    private static final int BOTTLENECKS = (DEPTH - BLOCKS - 1) / (2 * BLOCKS);

    private static final int BOTTLENECK_CHANNELS = 4 * GROWTH;

    @Override
    public String id() {
        return "densenet-bc-" + DEPTH + "-" + GROWTH;
    }

    @Override
    public String meaning() {
        return "DenseNet-BC of depth " + DEPTH + " and growth rate " + GROWTH;
    }

    @Override
    public Signal logits(Layers layers, Signal images, int classes, Choice choice) {
        Signal features = layers.paddedConvolution("stem", images, 3, 2 * GROWTH, 1);
        for (int block = 1; block <= BLOCKS; block++) {
            for (int index = 1; index <= BOTTLENECKS; index++) {
                String name = "block" + block + ".bottleneck" + index;
                features = layers.concatenate(features, bottleneck(layers, name, features));
            }
            if (block < BLOCKS) {
                long half = features.sizes().get(2) / 2;
                features = layers.averagePool(convolution(layers, "transition" + block, features, 1, half));
            }
        }
        Signal normalized = layers.relu(layers.batchNormalization("norm", features));
        return layers.dense("output", layers.globalAveragePool(normalized), classes);
    }

    private static Signal bottleneck(Layers layers, String name, Signal input) {
        Signal narrowed = convolution(layers, name + ".one", input, 1, BOTTLENECK_CHANNELS);
        return convolution(layers, name + ".two", narrowed, 3, GROWTH);
    }

    /** With batch normalisation and ReLU before it. */
    private static Signal convolution(Layers layers, String name, Signal input, long size, long channels) {
        Signal normalized = layers.relu(layers.batchNormalization(name + ".norm", input));
        return layers.paddedConvolution(name, normalized, size, channels, 1);
    }
}
