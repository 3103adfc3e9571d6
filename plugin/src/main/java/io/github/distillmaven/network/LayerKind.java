package io.github.distillmaven.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.distillmaven.extension.Layers;
import io.github.distillmaven.extension.Signal;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.extension.option.ValueType;

/** The layers that users put a network together from. */
enum LayerKind {
    /** Without padding it has biases; with padding it has none, since a batch normalisation is to follow. */
    CONVOLUTION("convolution", List.of("filters"), Settings.FILTERS, Settings.SIZE, Settings.PADDING, Settings.STRIDE) {
        @Override
        Signal add(Layers layers, String name, Signal input, Choice choice) {
            requireImage(input);
            long size = choice.get(Settings.SIZE);
            long filters = choice.get(Settings.FILTERS);
            long stride = choice.get(Settings.STRIDE);
            if (choice.get(Settings.PADDING).equals(Settings.SAME)) {
                if (size % 2 == 0) {
                    throw misfit("<size> is %s; with <padding>same</padding> it must be odd", size);
                }
                return layers.paddedConvolution(name, input, size, filters, stride);
            }
            if (stride != 1) {
                throw misfit("<stride> is %s, which takes <padding>same</padding>", stride);
            }
            requireSides(input, size, "filters of " + size + "x" + size + " take");
            return layers.convolution(name, input, size, filters);
        }
    },
    BATCH_NORM("batchNorm", List.of()) {
        @Override
        Signal add(Layers layers, String name, Signal input, Choice choice) {
            requireImage(input);
            if (input.sizes().get(2) < FEWEST_CHANNELS) {
                throw misfit(
                        "takes at least %s channels, not %s",
                        FEWEST_CHANNELS, input.sizes().get(2));
            }
            return layers.batchNormalization(name, input);
        }
    },
    RELU("relu", List.of()) {
        @Override
        Signal add(Layers layers, String name, Signal input, Choice choice) {
            return layers.relu(input);
        }
    },
    MAX_POOL("maxPool", List.of()) {
        @Override
        Signal add(Layers layers, String name, Signal input, Choice choice) {
            requireImage(input);
            requireSides(input, 2, "its squares of 2x2 take");
            return layers.maxPool(input);
        }
    },
    AVERAGE_POOL("averagePool", List.of()) {
        @Override
        Signal add(Layers layers, String name, Signal input, Choice choice) {
            requireImage(input);
            requireSides(input, 2, "its squares of 2x2 take");
            return layers.averagePool(input);
        }
    },
    GLOBAL_AVERAGE_POOL("globalAveragePool", List.of()) {
        @Override
        Signal add(Layers layers, String name, Signal input, Choice choice) {
            requireImage(input);
            return layers.globalAveragePool(input);
        }
    },
    FLATTEN("flatten", List.of()) {
        @Override
        Signal add(Layers layers, String name, Signal input, Choice choice) {
            return flat(layers, input);
        }
    },
    /** Of an image it takes all values, as if {@code <flatten>} stood before it. */
    DENSE("dense", List.of("units"), Settings.UNITS) {
        @Override
        Signal add(Layers layers, String name, Signal input, Choice choice) {
            return layers.dense(name, flat(layers, input), choice.get(Settings.UNITS));
        }
    },
    /** It drops in training alone. */
    DROPOUT("dropout", List.of("rate"), Settings.RATE) {
        @Override
        Signal add(Layers layers, String name, Signal input, Choice choice) {
            return layers.dropout(name, input, choice.get(Settings.RATE));
        }
    },
    /** Its work is that of the layers in it. */
    RESIDUAL("residual", List.of()) {
        @Override
        Signal add(Layers layers, String name, Signal input, Choice choice) {
            throw new IllegalStateException("a residual has layers of its own");
        }
    };

    /** With fewer, oneDNN's batch normalisation writes beyond its memory. */
    private static final int FEWEST_CHANNELS = 16;

    private final String element;
    private final List<String> required;
    private final List<Option<?>> options;

    LayerKind(String element, List<String> required, Option<?>... options) {
        this.element = element;
        this.required = required;
        this.options = List.of(options);
    }

    /** What a layer can be told. */
    private static final class Settings {

        static final String SAME = "same";

        static final Option<Long> FILTERS = new Option<>(
                "filters", ValueType.wholeNumber(1, 65_536), "1", "Number of filters, and of channels behind them.");
        static final Option<Long> SIZE =
                new Option<>("size", ValueType.wholeNumber(1, 1024), "3", "Height and width of the filters.");
        static final Option<String> PADDING = new Option<>(
                "padding", ValueType.oneOf(List.of("none", SAME)), "none", "Whether there are zeros around the image.");
        static final Option<Long> STRIDE = new Option<>(
                "stride", ValueType.wholeNumber(1, 1024), "1", "How many pixels the filters move at a time.");
        static final Option<Long> UNITS =
                new Option<>("units", ValueType.wholeNumber(1, 1_000_000), "1", "Number of values behind it.");
        static final Option<Double> RATE = new Option<>(
                "rate",
                ValueType.number("a number from 0 to below 1", rate -> rate < 1),
                "0",
                "The probability with which a value is dropped.");
    }

    /** The kind that an element stands for, if it stands for one. */
    static Optional<LayerKind> of(String element) {
        return Arrays.stream(values())
                .filter(kind -> kind.element.equals(element))
                .findFirst();
    }

    /** The elements of all kinds, in the order of this class. */
    static List<String> elements() {
        return Arrays.stream(values()).map(LayerKind::element).toList();
    }

    /** Name of the element. */
    String element() {
        return element;
    }

    /** Names of the options that have to be written. */
    List<String> required() {
        return required;
    }

    /** What it can be told. */
    List<Option<?>> options() {
        return options;
    }

    /**
     * Adds the layer.
     *
     * @param name of the layer, for its parameters
     * @param choice the values of {@link #options}
     * @throws PlannedLayers.Misfit if it does not fit what is before it
     */
    abstract Signal add(Layers layers, String name, Signal input, Choice choice);

    private static Signal flat(Layers layers, Signal input) {
        return input.sizes().size() == 1 ? input : layers.flatten(input);
    }

    private static void requireImage(Signal input) {
        if (input.sizes().size() != 3) {
            throw misfit(
                    "takes an image, but here are %s single values; it must stand before <flatten>, <dense> and <globalAveragePool>",
                    input.sizes().get(0));
        }
    }

    private static void requireSides(Signal input, long side, String what) {
        if (Math.min(input.sizes().get(0), input.sizes().get(1)) < side) {
            throw misfit(
                    "%s at least %sx%s pixels, but %sx%s are left",
                    what, side, side, input.sizes().get(0), input.sizes().get(1));
        }
    }

    private static PlannedLayers.Misfit misfit(String form, Object... values) {
        return new PlannedLayers.Misfit(form.formatted(values));
    }
}
