package io.github.distillmaven.network;

import java.util.List;

import io.github.distillmaven.extension.Layers;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.Signal;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import org.kohsuke.MetaInfServices;

/**
 * VGG-11 (Simonyan and Zisserman 2015, configuration A) as it is common for CIFAR-10: five stages of one, one, two, two and two
 * convolutions of 3x3 with 1, 2, 4, 8 and 8 times the width in channels, batch normalisation after each convolution, a max-pool after
 * each stage, and one dense layer in place of three. It takes images of 32x32 and more. 9,228,362 parameters for 10 classes,
 * 3 channels, images of 32x32 and a width of 64.
 */
@MetaInfServices(Network.class)
public final class Vgg11Network implements Network {

    private static final int[] CONVOLUTIONS = {1, 1, 2, 2, 2};
    private static final int LARGEST_FACTOR = 8;

    @Override
    public String id() {
        return "vgg11";
    }

    @Override
    public String meaning() {
        return "VGG-11 with batch normalisation, as commonly used for CIFAR-10";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(ResNet18Network.WIDTH);
    }

    @Override
    public Signal logits(Layers layers, Signal images, int classes, Choice choice) {
        long width = choice.get(ResNet18Network.WIDTH);
        NormalizedConvolutions convolutions = new NormalizedConvolutions(layers);
        Signal features = images;
        for (int stage = 1; stage <= CONVOLUTIONS.length; stage++) {
            long channels = width * Math.min(1 << stage - 1, LARGEST_FACTOR);
            for (int index = 1; index <= CONVOLUTIONS[stage - 1]; index++) {
                String name = "stage" + stage + ".convolution" + index;
                features = layers.relu(convolutions.add(name, features, 3, channels, 1));
            }
            features = layers.maxPool(features);
        }
        return layers.dense("output", layers.flatten(features), classes);
    }
}
