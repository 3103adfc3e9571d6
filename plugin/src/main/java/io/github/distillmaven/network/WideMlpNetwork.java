package io.github.distillmaven.network;

import io.github.distillmaven.extension.Layers;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.Signal;
import io.github.distillmaven.extension.option.Choice;
import org.kohsuke.MetaInfServices;

/**
 * Two hidden dense layers of 1200 rectified units: the large network of Hinton, Vinyals and Dean (2015) for MNIST, without their
 * dropout. 2,395,210 parameters for 28x28 images and 10 classes.
 */
@MetaInfServices(Network.class)
public final class WideMlpNetwork implements Network {

    private static final int UNITS = 1200;

    @Override
    public String id() {
        return "mlp-" + UNITS;
    }

    @Override
    public String meaning() {
        return "two hidden layers of " + UNITS;
    }

    @Override
    public Signal logits(Layers layers, Signal images, int classes, Choice choice) {
        Signal hidden1 = layers.relu(layers.dense("hidden1", layers.flatten(images), UNITS));
        Signal hidden2 = layers.relu(layers.dense("hidden2", hidden1, UNITS));
        return layers.dense("output", hidden2, classes);
    }
}
