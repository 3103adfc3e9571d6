package io.github.distillmaven.network;

import java.util.List;

import io.github.distillmaven.extension.Layers;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.Signal;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.extension.option.ValueType;
import org.kohsuke.MetaInfServices;

/** Multinomial logistic regression: one dense layer from pixels to logits. */
@MetaInfServices(Network.class)
public final class LinearNetwork implements Network {

    private static final String NORMAL = "normal";

    private static final Option<String> INITIAL_WEIGHTS = new Option<>(
            "initialWeights",
            ValueType.oneOf(List.of("uniform", NORMAL)),
            "uniform",
            "Initial weights and biases: `uniform` between plus and minus 1/sqrt(inputs), or `normal` with mean 0 and"
                    + " deviation 1/sqrt(inputs).");

    @Override
    public String id() {
        return "linear";
    }

    @Override
    public String meaning() {
        return "one dense layer";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(INITIAL_WEIGHTS);
    }

    @Override
    public Signal logits(Layers layers, Signal images, int classes, Choice choice) {
        Signal flat = layers.flatten(images);
        return choice.get(INITIAL_WEIGHTS).equals(NORMAL)
                ? layers.normalDense("output", flat, classes)
                : layers.dense("output", flat, classes);
    }
}
