package io.github.distillmaven.network;

import java.util.function.BiFunction;

import io.github.distillmaven.extension.Layers;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.Signal;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.option.Choice;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The plan of a network")
class NetworkPlanTest {

    private static final int CLASSES = 10;

    /** Some layers, and a dense one after them. */
    private record Probe(BiFunction<Layers, Signal, Signal> layersBefore) implements Network {

        @Override
        public String id() {
            return "probe";
        }

        @Override
        public String meaning() {
            return "some layers and a dense one";
        }

        @Override
        public Signal logits(Layers layers, Signal images, int classes, Choice choice) {
            return layers.dense("output", layers.flatten(layersBefore.apply(layers, images)), classes);
        }
    }

    @Test
    void addsTheChannelsOfAConcatenation() throws MisfitException {
        NetworkPlan plan = plan(ExampleShape.of(4, 6, 3), (layers, images) -> layers.concatenate(images, images));

        // 4 * 6 pixels of 3 + 3 channels.
        assertThat(plan).isEqualTo(new NetworkPlan((4 * 6 * 6 + 1) * CLASSES, true));
    }

    @Test
    void halvesTheImageOfAnAveragePool() throws MisfitException {
        NetworkPlan plan = plan(ExampleShape.of(5, 6, 3), Layers::averagePool);

        assertThat(plan).isEqualTo(new NetworkPlan((2 * 3 * 3 + 1) * CLASSES, false));
    }

    @Test
    void refusesToConcatenateImagesOfTwoSizes() {
        assertThatThrownBy(() -> plan(
                        ExampleShape.of(4, 6, 3),
                        (layers, images) -> layers.concatenate(images, layers.averagePool(images))))
                .isInstanceOf(MisfitException.class)
                .hasMessage("signals of [4, 6, 3] and [2, 3, 3] cannot be concatenated");
        assertThatThrownBy(() -> plan(
                        ExampleShape.of(4, 6, 3),
                        (layers, images) -> layers.concatenate(images, layers.flatten(images))))
                .isInstanceOf(MisfitException.class)
                .hasMessage("signals of [4, 6, 3] and [72] cannot be concatenated");
    }

    @Test
    void refusesToPoolASinglePixel() {
        assertThatThrownBy(() -> plan(ExampleShape.of(4, 1, 3), Layers::averagePool))
                .isInstanceOf(MisfitException.class)
                .hasMessage("layer 'averagePool' leaves no pixel");
    }

    private static NetworkPlan plan(ExampleShape shape, BiFunction<Layers, Signal, Signal> layers)
            throws MisfitException {
        return NetworkPlan.of(new Probe(layers), Choice.of("probe"), shape, CLASSES);
    }
}
