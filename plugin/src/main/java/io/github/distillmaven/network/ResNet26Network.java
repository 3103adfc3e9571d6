package io.github.distillmaven.network;

import java.util.List;

import io.github.distillmaven.extension.Layers;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.Signal;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import org.kohsuke.MetaInfServices;

/**
 * A ResNet of bottleneck blocks (He et al. 2016) for small images: a stem of 3x3 filters with stride 1 and no max-pool, four stages of
 * two blocks each, global average pool, one dense layer; batch normalisation after every convolution. A block has filters of 1x1, 3x3
 * and 1x1; the first two have 1, 2, 4 and 8 times the width in channels, the last one four times as many. The 3x3 filters have the
 * stride of 2 that halves the image at the beginning of each stage but the first. 13,958,986 parameters for 10 classes, 3 channels
 * and a width of 64.
 */
@MetaInfServices(Network.class)
public final class ResNet26Network implements Network {

    private static final int STAGES = 4;
    private static final int BLOCKS = 2;
    private static final int EXPANSION = 4;

    @Override
    public String id() {
        return "resnet26";
    }

    @Override
    public String meaning() {
        return "ResNet of bottleneck blocks for small images";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(ResNet18Network.WIDTH);
    }

    @Override
    public Signal logits(Layers layers, Signal images, int classes, Choice choice) {
        long width = choice.get(ResNet18Network.WIDTH);
        NormalizedConvolutions convolutions = new NormalizedConvolutions(layers);
        Signal features = layers.relu(convolutions.add("stem", images, 3, width, 1));
        for (int stage = 1; stage <= STAGES; stage++) {
            for (int block = 1; block <= BLOCKS; block++) {
                int stride = stage > 1 && block == 1 ? 2 : 1;
                features = bottleneck(
                        convolutions, "stage" + stage + ".block" + block, features, width << stage - 1, stride);
            }
        }
        return layers.dense("output", layers.globalAveragePool(features), classes);
    }

    private static Signal bottleneck(
            NormalizedConvolutions convolutions, String name, Signal input, long channels, int stride) {
        Layers layers = convolutions.layers();
        long expanded = EXPANSION * channels;
        Signal narrowed = layers.relu(convolutions.add(name + ".one", input, 1, channels, 1));
        Signal hidden = layers.relu(convolutions.add(name + ".two", narrowed, 3, channels, stride));
        Signal residual = convolutions.add(name + ".three", hidden, 1, expanded, 1);
        boolean same = stride == 1 && input.sizes().get(2) == expanded;
        Signal shortcut = same ? input : convolutions.add(name + ".shortcut", input, 1, expanded, stride);
        return layers.relu(layers.add(residual, shortcut));
    }
}
