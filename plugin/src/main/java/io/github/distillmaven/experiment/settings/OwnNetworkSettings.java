package io.github.distillmaven.experiment.settings;

import java.util.List;

import io.github.distillmaven.extension.option.ValueType;

/** What can be written in a {@code <network>} of {@code <networks>}, of which there may be many: networks of the user's own. */
public final class OwnNetworkSettings {

    /** Path of one of them. */
    public static final String PATH = "networks.network";

    /** Name of the element that holds the name. */
    public static final String NAME = "name";

    /** Name of the element that holds the layers, whose order counts: it is read as it stands. */
    public static final String LAYERS = "layers";

    private static final List<Setting<?>> ALL = List.of(
            new Setting<>(
                    PATH + "." + NAME,
                    ValueType.text("a name of lower-case letters, digits, and single hyphens or dots between them"),
                    null,
                    "Name of your network, for `<network>` in `<teacher>`, `<student>` and `<students>`;"
                            + " see [docs/own-network.md](own-network.md)."),
            new Setting<>(
                    PATH + "." + LAYERS,
                    ValueType.text("an element for each layer"),
                    null,
                    "Its layers, in order: `<convolution>`, `<batchNorm>`, `<relu>`, `<maxPool>`, `<averagePool>`, `<globalAveragePool>`,"
                            + " `<flatten>`, `<dense>`, `<dropout>` and `<residual>`. A dense layer with one output per class is added after the last one."));

    private OwnNetworkSettings() {}

    static List<Setting<?>> all() {
        return ALL;
    }

    /** Whether a path is that of all networks, or of an element in them. */
    public static boolean belongs(String path) {
        return path.equals("networks") || path.startsWith("networks.");
    }
}
