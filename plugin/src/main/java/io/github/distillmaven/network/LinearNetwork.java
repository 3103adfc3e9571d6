package io.github.distillmaven.network;

import io.github.distillmaven.extension.Layers;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.Signal;
import io.github.distillmaven.extension.option.Choice;
import org.kohsuke.MetaInfServices;

/** Multinomial logistic regression: one dense layer from pixels to logits. */
@MetaInfServices(Network.class)
public final class LinearNetwork implements Network {

    @Override
    public String id() {
        return "linear";
    }

    @Override
    public String meaning() {
        return "one dense layer";
    }

    @Override
    public Signal logits(Layers layers, Signal images, int classes, Choice choice) {
        return layers.dense("output", layers.flatten(images), classes);
    }
}
