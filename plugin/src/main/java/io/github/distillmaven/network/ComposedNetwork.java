package io.github.distillmaven.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.extension.Layers;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.Signal;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.option.Choice;

/** A network that a user put together from layers. Behind them comes a dense layer to the classes. */
public final class ComposedNetwork implements Network {

    /** What a choice of such a network calls its layers. */
    private static final String LAYERS = "layers";

    /** Of images on which every network fits that fits any. */
    private static final int LARGE = 1024;

    private final String id;
    private final List<ComposedLayer> layers;

    private ComposedNetwork(String id, List<ComposedLayer> layers) {
        this.id = id;
        this.layers = List.copyOf(layers);
    }

    /**
     * Reads a network.
     *
     * @param id its name
     * @param xml of an element that holds its layers
     * @param problems takes a sentence or more for each thing that is wrong with it, without its name
     * @return empty if something is wrong
     */
    public static Optional<ComposedNetwork> read(String id, String xml, List<String> problems) {
        int before = problems.size();
        List<ComposedLayer> layers = new LayerReader(problems).read(xml);
        if (layers.isEmpty() && problems.size() == before) {
            problems.add("has no layers. Put one into its <layers> at least.");
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        ComposedNetwork network = new ComposedNetwork(id, layers);
        try {
            NetworkPlan.of(network, network.choice(), ExampleShape.of(LARGE, LARGE, 3), 2);
        } catch (MisfitException e) {
            problems.add(e.getMessage() + ".");
            return Optional.empty();
        }
        return Optional.of(network);
    }

    /** The network that a choice stands for; empty if it stands for a component. */
    public static Optional<ComposedNetwork> of(Choice choice) {
        return layers(choice)
                .map(xml -> new ComposedNetwork(choice.id(), new LayerReader(new ArrayList<>()).read(xml)));
    }

    /** The layers of the network that a choice stands for, always the same text for the same layers; empty if it is a component. */
    public static Optional<String> layers(Choice choice) {
        return Optional.ofNullable(choice.values().get(LAYERS));
    }

    /** What stands for it, in another JVM too. */
    public Choice choice() {
        SortedMap<String, String> values = new TreeMap<>();
        values.put(LAYERS, "<layers>" + ComposedLayer.text(layers) + "</layers>");
        return new Choice(id, values);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String meaning() {
        return "of <networks>";
    }

    @Override
    public Signal logits(Layers layers, Signal images, int classes, Choice choice) {
        Signal features = ComposedLayer.add(this.layers, layers, images);
        return layers.dense("output", features.sizes().size() == 1 ? features : layers.flatten(features), classes);
    }
}
