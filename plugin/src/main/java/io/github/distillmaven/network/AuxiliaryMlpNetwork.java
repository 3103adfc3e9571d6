package io.github.distillmaven.network;

import io.github.distillmaven.extension.Layers;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.Signal;
import io.github.distillmaven.extension.option.Choice;
import org.kohsuke.MetaInfServices;

/**
 * Two hidden dense layers of 256 rectified units, and three logits more than there are classes: the network of Cloud et al., "Subliminal
 * Learning", 2025, for MNIST. Its weights begin normally distributed, its biases with 0.
 */
@MetaInfServices(Network.class)
public final class AuxiliaryMlpNetwork implements Network {

    private static final int UNITS = 256;
    private static final int AUXILIARY = 3;

    @Override
    public String id() {
        return "mlp-auxiliary";
    }

    @Override
    public String meaning() {
        return "two hidden layers of " + UNITS + ", and " + AUXILIARY + " logits that stand for no class";
    }

    @Override
    public Signal logits(Layers layers, Signal images, int classes, Choice choice) {
        Signal hidden1 = layers.relu(layers.zeroBiasDense("hidden1", layers.flatten(images), UNITS));
        Signal hidden2 = layers.relu(layers.zeroBiasDense("hidden2", hidden1, UNITS));
        return layers.zeroBiasDense("output", hidden2, classes + AUXILIARY);
    }

    @Override
    public int auxiliary() {
        return AUXILIARY;
    }
}
