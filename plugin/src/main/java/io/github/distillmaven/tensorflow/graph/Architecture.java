package io.github.distillmaven.tensorflow.graph;

import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Layers;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.Signal;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.network.ComposedNetwork;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A network and the values of its options.
 *
 * @param choice which network, and the values
 */
public record Architecture(Network network, Choice choice) {

    /** The one that was chosen. */
    public static Architecture of(Choice choice) {
        return new Architecture(
                ComposedNetwork.of(choice)
                        .map(Network.class::cast)
                        .orElseGet(() -> Components.load(Network.class).get(choice.id())),
                choice);
    }

    /**
     * Adds the network to a graph.
     *
     * @param images normalised, [n, height, width, channels]
     * @param classes number of logits
     * @return [n, classes]
     */
    public Operand<TFloat32> logits(TensorFlowLayers layers, Operand<TFloat32> images, int classes) {
        return logits(layers, new OperandSignal(images, 1), classes);
    }

    /**
     * Adds several networks to a graph.
     *
     * @param inputs [networks, n, ...]
     * @param classes number of logits
     * @return [networks, n, classes]
     */
    public Operand<TFloat32> logits(StackedLayers layers, Operand<TFloat32> inputs, int classes) {
        return logits(layers, new OperandSignal(inputs, 2), classes);
    }

    private Operand<TFloat32> logits(Layers layers, Signal inputs, int classes) {
        return ((OperandSignal) network.logits(layers, inputs, classes, choice)).operand();
    }
}
