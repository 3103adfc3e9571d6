package io.github.distillmaven.network;

import java.util.List;

import io.github.distillmaven.extension.Layers;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.Signal;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.extension.option.ValueType;
import org.kohsuke.MetaInfServices;

/**
 * ResNet-18 (He et al. 2016) as it is common for CIFAR-10: a stem of 3x3 filters with stride 1 and no max-pool, four stages of two
 * basic blocks each with 1, 2, 4 and 8 times the width in channels, halving the image at the beginning of each but the first, global
 * average pool, one dense layer; batch normalisation after every convolution. 11,173,962 parameters for 10 classes, 3 channels and a
 * width of 64.
 */
@MetaInfServices(Network.class)
public final class ResNet18Network implements Network {

    /**
     * Channels of the first stage, for every network of stages. With fewer channels than fit into a register of AVX-512, oneDNN's batch normalisation writes
     * beyond its memory.
     */
    public static final Option<Long> WIDTH = new Option<>(
            "width",
            ValueType.multipleOf(16, 1024),
            "64",
            "Channels of the first stage, a multiple of 16; the other stages scale with it.");

    private static final int STAGES = 4;
    private static final int BLOCKS = 2;

    @Override
    public String id() {
        return "resnet18";
    }

    @Override
    public String meaning() {
        return "ResNet-18 as commonly used for CIFAR-10";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(WIDTH);
    }

    @Override
    public Signal logits(Layers layers, Signal images, int classes, Choice choice) {
        long width = choice.get(WIDTH);
        NormalizedConvolutions convolutions = new NormalizedConvolutions(layers);
        Signal features = layers.relu(convolutions.add("stem", images, 3, width, 1));
        for (int stage = 1; stage <= STAGES; stage++) {
            for (int block = 1; block <= BLOCKS; block++) {
                int stride = stage > 1 && block == 1 ? 2 : 1;
                features =
                        block(convolutions, "stage" + stage + ".block" + block, features, width << stage - 1, stride);
            }
        }
        return layers.dense("output", layers.globalAveragePool(features), classes);
    }

    private static Signal block(
            NormalizedConvolutions convolutions, String name, Signal input, long channels, int stride) {
        Layers layers = convolutions.layers();
        Signal hidden = layers.relu(convolutions.add(name + ".one", input, 3, channels, stride));
        Signal residual = convolutions.add(name + ".two", hidden, 3, channels, 1);
        Signal shortcut = stride == 1 ? input : convolutions.add(name + ".shortcut", input, 1, channels, stride);
        return layers.relu(layers.add(residual, shortcut));
    }
}
