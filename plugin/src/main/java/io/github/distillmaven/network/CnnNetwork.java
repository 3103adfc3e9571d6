package io.github.distillmaven.network;

import io.github.distillmaven.extension.Layers;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.Signal;
import io.github.distillmaven.extension.option.Choice;
import org.kohsuke.MetaInfServices;

/**
 * The small convolutional network for 28x28 images: conv 5x5x20, max-pool 2, conv 5x5x50, max-pool 2, dense 500, dense to the
 * classes; "valid" padding, ReLU, no dropout (PyTorch's MNIST example as of mid-2019).
 */
@MetaInfServices(Network.class)
public final class CnnNetwork implements Network {

    @Override
    public String id() {
        return "cnn";
    }

    @Override
    public String meaning() {
        return "two convolutions, two dense layers";
    }

    @Override
    public Signal logits(Layers layers, Signal images, int classes, Choice choice) {
        Signal features1 = layers.maxPool(layers.relu(layers.convolution("convolution1", images, 5, 20)));
        Signal features2 = layers.maxPool(layers.relu(layers.convolution("convolution2", features1, 5, 50)));
        Signal hidden = layers.relu(layers.dense("hidden", layers.flatten(features2), 500));
        return layers.dense("output", hidden, classes);
    }
}
