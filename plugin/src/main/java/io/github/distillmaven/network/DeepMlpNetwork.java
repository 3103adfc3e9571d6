package io.github.distillmaven.network;

import io.github.distillmaven.extension.Layers;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.Signal;
import io.github.distillmaven.extension.option.Choice;
import org.kohsuke.MetaInfServices;

/**
 * Four hidden dense layers of 100 rectified units: the network of the two-dimensional experiment, 30,802 parameters for two
 * coordinates and two classes.
 */
@MetaInfServices(Network.class)
public final class DeepMlpNetwork implements Network {

    private static final int LAYERS = 4;
    private static final int UNITS = 100;

    @Override
    public String id() {
        return "mlp-" + LAYERS + "x" + UNITS;
    }

    @Override
    public String meaning() {
        return "four hidden layers of " + UNITS;
    }

    @Override
    public Signal logits(Layers layers, Signal images, int classes, Choice choice) {
        Signal hidden = layers.flatten(images);
        for (int layer = 1; layer <= LAYERS; layer++) {
            hidden = layers.relu(layers.dense("hidden" + layer, hidden, UNITS));
        }
        return layers.dense("output", hidden, classes);
    }
}
