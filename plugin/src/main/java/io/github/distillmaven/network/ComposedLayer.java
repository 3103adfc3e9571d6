package io.github.distillmaven.network;

import java.util.List;
import java.util.stream.Collectors;

import io.github.distillmaven.extension.Layers;
import io.github.distillmaven.extension.Signal;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.extension.option.ValueType;

/**
 * A layer that a user chose.
 *
 * @param number its place among the layers, from 1, such as {@code 4}; of one in a residual {@code 4.2}
 * @param choice the values of its options
 * @param inside layers of a residual, whose outcome is added to its input; empty for any other kind
 * @param shortcut layers that the input of a residual goes through before that; empty where it is added as it is
 */
record ComposedLayer(
        LayerKind kind, String number, Choice choice, List<ComposedLayer> inside, List<ComposedLayer> shortcut) {

    ComposedLayer {
        inside = List.copyOf(inside);
        shortcut = List.copyOf(shortcut);
    }

    /** Adds these layers, one behind the other. */
    static Signal add(List<ComposedLayer> all, Layers layers, Signal input) {
        Signal signal = input;
        for (ComposedLayer layer : all) {
            signal = layer.add(layers, signal);
        }
        return signal;
    }

    /** The XML of these layers, always the same for the same layers. */
    static String text(List<ComposedLayer> all) {
        return all.stream().map(ComposedLayer::text).collect(Collectors.joining());
    }

    private Signal add(Layers layers, Signal input) {
        if (kind == LayerKind.RESIDUAL) {
            Signal one = add(inside, layers, input);
            Signal other = add(shortcut, layers, input);
            if (!one.sizes().equals(other.sizes())) {
                throw new PlannedLayers.Misfit(
                        "%s: its layers give %s, but %s %s; to be added, both must have the same sizes"
                                .formatted(
                                        place(),
                                        sizes(one),
                                        shortcut.isEmpty() ? "what goes around them has" : "those of its <shortcut>",
                                        sizes(other)));
            }
            return layers.add(one, other);
        }
        try {
            return kind.add(layers, "layer" + number, input, choice);
        } catch (PlannedLayers.Misfit e) {
            throw new PlannedLayers.Misfit(place() + ": " + e.getMessage());
        }
    }

    /** Where it is, for messages. */
    private String place() {
        return "layer " + number + ", <" + kind.element() + ">";
    }

    private static String sizes(Signal signal) {
        return signal.sizes().stream().map(String::valueOf).collect(Collectors.joining("x"));
    }

    private String text() {
        String content = kind.options().stream().map(this::text).collect(Collectors.joining())
                + text(inside)
                + (shortcut.isEmpty()
                        ? ""
                        : "<" + LayerReader.SHORTCUT + ">" + text(shortcut) + "</" + LayerReader.SHORTCUT + ">");
        return "<%s>%s</%s>".formatted(kind.element(), content, kind.element());
    }

    private String text(Option<?> option) {
        return "<%s>%s</%s>".formatted(option.name(), ValueType.canonical(choice.get(option)), option.name());
    }
}
