package io.github.distillmaven.network;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.option.Choice;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A network of the user's own")
class ComposedNetworkTest {

    private static final ExampleShape MNIST = ExampleShape.of(28, 28, 1);

    private final List<String> problems = new ArrayList<>();

    @Test
    @DisplayName("has the parameters that one counts by hand")
    void parameters() throws MisfitException {
        ComposedNetwork network = read("""
                <convolution><filters>32</filters><size>3</size></convolution><relu/><maxPool/>
                <dense><units>128</units></dense><relu/>""");

        // 3x3 filters and a bias; 28 -> 26 -> 13.
        assertThat(plan(network, MNIST))
                .isEqualTo(new NetworkPlan((9 + 1) * 32 + (13 * 13 * 32 + 1) * 128 + (128 + 1) * 10, false));
    }

    @Test
    @DisplayName("is the plugin's own where its layers are")
    void sameAsCnn() throws MisfitException {
        ComposedNetwork network = read("""
                <convolution><filters>20</filters><size>5</size></convolution><relu/><maxPool/>
                <convolution><filters>50</filters><size>5</size></convolution><relu/><maxPool/>
                <flatten/><dense><units>500</units></dense><relu/>""");

        assertThat(plan(network, MNIST)).isEqualTo(NetworkPlan.of(new CnnNetwork(), Choice.of("cnn"), MNIST, 10));
    }

    @Test
    @DisplayName("may have residuals, padding, strides, normalisation and every pooling")
    void allLayers() throws MisfitException {
        ComposedNetwork network = read("""
                <convolution><filters>16</filters><padding>same</padding></convolution><batchNorm/><relu/>
                <residual>
                  <convolution><filters>16</filters><padding>same</padding></convolution><batchNorm/><relu/>
                </residual>
                <residual>
                  <convolution><filters>32</filters><padding>same</padding><stride>2</stride></convolution><batchNorm/>
                  <shortcut><convolution><filters>32</filters><size>1</size><padding>same</padding><stride>2</stride></convolution></shortcut>
                </residual>
                <averagePool/><globalAveragePool/>""");

        assertThat(plan(network, MNIST))
                .isEqualTo(new NetworkPlan(
                        9 * 16 + 2 * 16 + (9 * 16 * 16 + 2 * 16) + (9 * 16 * 32 + 2 * 32) + 16 * 32 + 33 * 10, false));
    }

    @Test
    @DisplayName("is dense where its layers are, and then takes points too")
    void dense() throws MisfitException {
        ComposedNetwork network =
                read("<dense><units>8</units></dense><residual><dense><units>8</units></dense><relu/></residual>");

        assertThat(plan(network, ExampleShape.of(2))).isEqualTo(new NetworkPlan(3 * 8 + 9 * 8 + 9 * 10, true));
    }

    @Test
    @DisplayName("has no parameters for dropout, and is not trained side by side with it")
    void dropout() throws MisfitException {
        ComposedNetwork network = read("<dense><units>8</units></dense><dropout><rate>.5</rate></dropout>");

        assertThat(plan(network, ExampleShape.of(2))).isEqualTo(new NetworkPlan(3 * 8 + 9 * 10, false));
        assertThat(text("<dropout><rate>.5</rate></dropout>")).isEqualTo(text("<dropout><rate>0.50</rate></dropout>"));
        assertThat(refusals("<dropout><rate>1</rate></dropout>"))
                .containsExactly("layer 1, <dropout>: <rate> is '1'; it must be a number from 0 to below 1.");
    }

    @Test
    @DisplayName("is the same after it was told to another JVM, and its text does not depend on how it was written")
    void text() throws MisfitException {
        ComposedNetwork network = read("<dense>  <units> 016 </units></dense><!-- first --><relu/>");
        Choice told = network.choice();

        assertThat(told.id()).isEqualTo("small");
        assertThat(ComposedNetwork.layers(told))
                .contains("<layers><dense><units>16</units></dense><relu></relu></layers>");
        assertThat(ComposedNetwork.of(told).orElseThrow().choice()).isEqualTo(told);
        assertThat(plan(ComposedNetwork.of(told).orElseThrow(), MNIST)).isEqualTo(plan(network, MNIST));
        assertThat(ComposedNetwork.of(Choice.of("cnn"))).isEmpty();
        assertThat(ComposedNetwork.layers(Choice.of("cnn"))).isEmpty();
        assertThat(text("<convolution><filters>4</filters></convolution>"))
                .isEqualTo(
                        text(
                                "<convolution><stride>1</stride><size>3</size><padding>none</padding><filters>4</filters></convolution>"));
    }

    @Test
    @DisplayName("is refused with everything that is wrong with its layers")
    void refused() {
        assertThat(refusals("""
                <convolution><size>0</size></convolution><maxpol/><relu><units>3</units></relu>
                <dense><units>many</units><unit>3</unit></dense><dropout>0.5</dropout><batchNorm>16</batchNorm>
                <residual/><residual><dense/><shortcut/><shortcut/></residual>
                <dense><units>1</units><units>2</units></dense>"""))
                .containsExactly(
                        "layer 1, <convolution>: has no <filters>. Give it one.",
                        "layer 1, <convolution>: <size> is '0'; it must be a whole number from 1 to 1024.",
                        "layer 2, <maxpol>: is not known. Did you mean <maxPool>? The layers are: convolution, batchNorm, relu, maxPool, averagePool, globalAveragePool, flatten, dense, dropout, residual.",
                        "layer 3, <relu>: holds <units>, but takes no elements.",
                        "layer 4, <dense>: <unit> is not known. Did you mean <units>? It takes: units.",
                        "layer 4, <dense>: <units> is 'many'; it must be a whole number from 1 to 1000000.",
                        "layer 5, <dropout>: has no <rate>. Give it one.",
                        "layer 5, <dropout>: holds the text '0.5', but takes elements: rate.",
                        "layer 6, <batchNorm>: holds the text '16', but takes none.",
                        "layer 7, <residual>: has no layers. Put one in it at least.",
                        "layer 8.1, <dense>: has no <units>. Give it one.",
                        "layer 8, <residual>: has 2 <shortcut>. Keep one of them.",
                        "layer 9, <dense>: has <units> more than once. Keep one of them.");
        assertThat(refusals("")).containsExactly("has no layers. Put one into its <layers> at least.");
    }

    @Test
    @DisplayName("is refused whatever its images are where a layer fits none")
    void neverFits() {
        assertThat(refusals("<dense><units>8</units></dense><convolution><filters>4</filters></convolution>"))
                .containsExactly(
                        "layer 2, <convolution>: takes an image, but here are 8 single values; it must stand before <flatten>, <dense> and <globalAveragePool>.");
        assertThat(refusals("<batchNorm/>"))
                .containsExactly("layer 1, <batchNorm>: takes at least 16 channels, not 3.");
        assertThat(refusals("<convolution><filters>4</filters><size>2</size><padding>same</padding></convolution>"))
                .containsExactly("layer 1, <convolution>: <size> is 2; with <padding>same</padding> it must be odd.");
        assertThat(refusals("<convolution><filters>4</filters><stride>2</stride></convolution>"))
                .containsExactly("layer 1, <convolution>: <stride> is 2, which takes <padding>same</padding>.");
        assertThat(refusals("<relu/><residual><convolution><filters>4</filters></convolution></residual>"))
                .containsExactly(
                        "layer 2, <residual>: its layers give 1022x1022x4, but what goes around them has 1024x1024x3; to be added, both must have the same sizes.");
        assertThat(refusals("<residual><maxPool/><shortcut><globalAveragePool/></shortcut></residual>"))
                .containsExactly(
                        "layer 1, <residual>: its layers give 512x512x3, but those of its <shortcut> 3; to be added, both must have the same sizes.");
    }

    @Test
    @DisplayName("does not fit images that are too small, and says which layer does not")
    void misfits() {
        ComposedNetwork network =
                read("<relu/><maxPool/><convolution><filters>4</filters><size>5</size></convolution>");

        assertThatThrownBy(() -> plan(network, ExampleShape.of(8, 9, 1)))
                .isInstanceOf(MisfitException.class)
                .hasMessage("layer 3, <convolution>: filters of 5x5 take at least 5x5 pixels, but 4x4 are left");
        assertThatThrownBy(() -> plan(network, ExampleShape.of(1, 9, 1)))
                .hasMessage("layer 2, <maxPool>: its squares of 2x2 take at least 2x2 pixels, but 1x9 are left");
        assertThatThrownBy(() -> plan(network, ExampleShape.of(20)))
                .hasMessage(
                        "layer 2, <maxPool>: takes an image, but here are 20 single values; it must stand before <flatten>, <dense> and <globalAveragePool>");
    }

    private ComposedNetwork read(String layers) {
        ComposedNetwork network = ComposedNetwork.read("small", "<layers>" + layers + "</layers>", problems)
                .orElse(null);
        assertThat(problems).isEmpty();
        return network;
    }

    private String text(String layers) {
        return ComposedNetwork.layers(read(layers).choice()).orElseThrow();
    }

    private static List<String> refusals(String layers) {
        List<String> refusals = new ArrayList<>();
        assertThat(ComposedNetwork.read("small", "<layers>" + layers + "</layers>", refusals))
                .isEmpty();
        return refusals;
    }

    private static NetworkPlan plan(ComposedNetwork network, ExampleShape shape) throws MisfitException {
        return NetworkPlan.of(network, network.choice(), shape, 10);
    }
}
