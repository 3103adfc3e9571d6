package io.github.distillmaven.network;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.Signal;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.option.Choice;

/**
 * A network for inputs of one size, known without building it.
 *
 * @param parameters number of values that training changes
 * @param dense whether all its layers are dense, so that many of it can be trained side by side
 */
public record NetworkPlan(long parameters, boolean dense) {

    /** Larger images than anybody trains on. */
    private static final int LARGEST_SIDE = 1024;

    /**
     * Plans a network.
     *
     * @param shape of one input
     * @param classes number of classes
     * @throws MisfitException if a layer does not fit its input
     */
    public static NetworkPlan of(Network network, Choice choice, ExampleShape shape, int classes)
            throws MisfitException {
        PlannedLayers layers = new PlannedLayers();
        Signal logits;
        try {
            logits = network.logits(layers, PlannedLayers.Sizes.of(shape), classes, choice);
        } catch (PlannedLayers.Misfit e) {
            throw new MisfitException(String.valueOf(e.getMessage()));
        }
        long outputs = classes + network.auxiliary();
        if (!logits.sizes().equals(List.of(outputs))) {
            throw new MisfitException("its output has the sizes " + logits.sizes() + ", not [" + outputs + "]");
        }
        return new NetworkPlan(layers.parameters(), layers.dense());
    }

    /** Whether the network fits. */
    public static Optional<NetworkPlan> find(Network network, Choice choice, ExampleShape shape, int classes) {
        try {
            return Optional.of(of(network, choice, shape, classes));
        } catch (MisfitException e) {
            return Optional.empty();
        }
    }

    /**
     * Height and width of the smallest square images that the network takes; empty if it takes none.
     *
     * @param channels of the images
     */
    public static OptionalInt smallestSide(Network network, Choice choice, int channels, int classes) {
        return IntStream.rangeClosed(1, LARGEST_SIDE)
                .filter(side -> find(network, choice, ExampleShape.of(side, side, channels), classes)
                        .isPresent())
                .findFirst();
    }
}
