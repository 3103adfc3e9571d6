package io.github.distillmaven.tensorflow;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.network.ComposedNetwork;
import io.github.distillmaven.network.MisfitException;
import io.github.distillmaven.network.NetworkPlan;
import io.github.distillmaven.network.ResNet18Network;
import io.github.distillmaven.tensorflow.graph.Architecture;
import io.github.distillmaven.tensorflow.model.Classifier;
import io.github.distillmaven.tensorflow.model.ModelInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NetworkParametersTest {

    private static final ExampleShape MNIST = ExampleShape.of(28, 28, 1);
    private static final ExampleShape CIFAR10 = ExampleShape.of(32, 32, 3);
    private static final Moments COLOUR_MOMENTS = new Moments(List.of(0.5, 0.5, 0.5), List.of(0.25, 0.25, 0.25));

    // linear: 784 * 10 + 10.
    // mlp: 784 * 256 + 256, 256 * 256 + 256, 256 * 10 + 10.
    // cnn: 25 * 20 + 20, 25 * 20 * 50 + 50, (28 -> 24 -> 12 -> 8 -> 4) 4 * 4 * 50 * 500 + 500, 500 * 10 + 10.
    // mlp-1200: 784 * 1200 + 1200, 1200 * 1200 + 1200, 1200 * 10 + 10.
    // resnet18, resnet26: those of CIFAR-10, less the weights of two channels in the stem, 2 * 9 * 64.
    // densenet-bc-40-12: that of CIFAR-10, less the weights of two channels in the stem, 2 * 9 * 24.
    @ParameterizedTest
    @CsvSource({
        "linear, 7850",
        "mlp, 269322",
        "mlp-1200, 2395210",
        "cnn, 431080",
        "resnet18, 11172810",
        "resnet26, 13957834",
        "densenet-bc-40-12, 175690"
    })
    void hasAsManyParametersAsOneCountsByHand(String network, long parameters) throws MisfitException {
        Architecture architecture = Architecture.of(Choice.of(network));
        try (Graph graph = new Graph()) {
            Classifier classifier = Classifier.build(
                    Ops.create(graph), architecture, new ModelInput(MNIST, true), 10, ToyImages.MOMENTS);
            assertThat(trained(classifier)).isEqualTo(parameters);
            assertThat(plan(architecture, MNIST).parameters()).isEqualTo(parameters);
            assertThat(classifier.logits().shape().asArray()).containsExactly(-1, 10);
        }
    }

    // 784 * 256 + 256, 256 * 256 + 256, 256 * 13 + 13: three logits stand for no class.
    @Test
    void logitsThatStandForNoClassHaveParametersToo() throws MisfitException {
        assertThat(plan(Architecture.of(Choice.of("mlp-auxiliary")), MNIST)).isEqualTo(new NetworkPlan(270_093, true));
    }

    // As the user would count: 9 * 16 + 2 * 16; (9 * 16 * 16 + 2 * 16); 9 * 16 * 32 + 2 * 32, 16 * 32; (28 -> 14 -> 7)
    // 7 * 7 * 32 * 24 + 24;
    // 24 * 24 + 24; 24 * 10 + 10.
    @Test
    void aNetworkOfTheUsersOwnHasThoseOfItsLayers() throws MisfitException {
        Choice own = ComposedNetwork.read("own", """
                        <layers>
                          <convolution><filters>16</filters><padding>same</padding></convolution><batchNorm/><relu/>
                          <residual><convolution><filters>16</filters><padding>same</padding></convolution><batchNorm/></residual>
                          <residual>
                            <convolution><filters>32</filters><padding>same</padding><stride>2</stride></convolution><batchNorm/>
                            <shortcut><convolution><filters>32</filters><size>1</size><padding>same</padding><stride>2</stride></convolution></shortcut>
                          </residual>
                          <averagePool/><dense><units>24</units></dense>
                          <residual><dense><units>24</units></dense><relu/></residual>
                        </layers>""", new ArrayList<>())
                .orElseThrow()
                .choice();
        Architecture architecture = Architecture.of(own);
        try (Graph graph = new Graph()) {
            Classifier classifier = Classifier.build(
                    Ops.create(graph), architecture, new ModelInput(MNIST, true), 10, ToyImages.MOMENTS);
            assertThat(trained(classifier)).isEqualTo(176 + 2336 + 4672 + 512 + 37656 + 600 + 250);
            assertThat(plan(architecture, MNIST).parameters()).isEqualTo(trained(classifier));
            assertThat(classifier.logits().shape().asArray()).containsExactly(-1, 10);
        }
    }

    // 11,173,962: what everybody counts for the ResNet-18 of CIFAR-10, in PyTorch for instance.
    @ParameterizedTest
    @CsvSource({"64, 11173962", "16, 701466"})
    void theResNetOfCifar10HasAsManyParametersAsItIsKnownFor(int width, long parameters) {
        try (Graph graph = new Graph()) {
            Classifier classifier = Classifier.build(
                    Ops.create(graph),
                    Architecture.of(Choice.of("resnet18").with(ResNet18Network.WIDTH, width)),
                    new ModelInput(CIFAR10, true),
                    10,
                    COLOUR_MOMENTS);
            assertThat(trained(classifier)).isEqualTo(parameters);
            // A mean and a variance for each channel: the stem, four convolutions and a shortcut per stage, but no
            // shortcut
            // in the first one.
            long channels = width * (1 + 4 * (1 + 2 + 4 + 8) + (2 + 4 + 8));
            assertThat(sizeOf(classifier, false)).isEqualTo(2 * channels);
        }
    }

    // vgg11: 9,231,114 in PyTorch for CIFAR-10 (kuangliu/pytorch-cifar), whose convolutions have biases that the batch
    // normalisation takes away again, one for each of 64 + 128 + 2 * 256 + 4 * 512 filters. By hand, in units of the
    // width w: 9 * (3 w + (2 + 8 + 16 + 32 + 64 + 64 + 64) * w * w), 2 * 43 w, (8 w + 1) * 10.
    // resnet26: 27 w + 2 w, the first stage 35 w * w + 32 w, each later one 40 w * w + 32 w of its own w, (32 w + 1) *
    // 10.
    // For ImageNet that is 13,936,640 + (49 * 3 + 2) * 64 + 2049 * 1000, the 16.0 million of the usual ResNet-26.
    // densenet-bc-40-12: 27 * 24; a bottleneck of c channels 2 c + 48 c + 96 + 108 * 48, six each from 24, 48 and 60;
    // transitions 2 * 96 + 96 * 48 and 2 * 120 + 120 * 60; 2 * 132; 133 * 10. Huang et al. (2017) print 0.18M for
    // CIFAR-10 with -BC, as of depth 40 and growth rate 12.
    @ParameterizedTest
    @CsvSource({
        "vgg11, 64, 9228362",
        "vgg11, 16, 579098",
        "resnet26, 64, 13958986",
        "resnet26, 16, 882394",
        "densenet-bc-40-12, , 176122"
    })
    void thoseOfCifar10HaveAsManyParametersAsAreKnown(String network, @Nullable Integer width, long parameters)
            throws MisfitException {
        Choice choice = Choice.of(network);
        Architecture architecture = Architecture.of(width == null ? choice : choice.with(ResNet18Network.WIDTH, width));
        try (Graph graph = new Graph()) {
            Classifier classifier = Classifier.build(
                    Ops.create(graph), architecture, new ModelInput(CIFAR10, true), 10, COLOUR_MOMENTS);
            assertThat(trained(classifier)).isEqualTo(parameters);
            assertThat(plan(architecture, CIFAR10).parameters()).isEqualTo(parameters);
        }
    }

    @Test
    void theVgg11AcceptsNothingSmallerThanItsFivePoolingsLeaveAPixelOf() {
        Architecture vgg = Architecture.of(Choice.of("vgg11"));
        assertThat(NetworkPlan.smallestSide(vgg.network(), vgg.choice(), 1, 10)).hasValue(32);
        assertThatThrownBy(() -> plan(vgg, MNIST))
                .isInstanceOf(MisfitException.class)
                .hasMessage("layer 'maxPool' leaves no pixel");
    }

    @Test
    void theCnnAcceptsNothingSmallerThanItsPlanSays() throws MisfitException {
        Architecture cnn = Architecture.of(Choice.of("cnn"));
        // 16 - 4 = 12, pooled 6, 6 - 4 = 2, pooled 1: nothing smaller leaves a pixel.
        assertThat(NetworkPlan.smallestSide(cnn.network(), cnn.choice(), 3, 10)).hasValue(16);
        ExampleShape tooSmall = ExampleShape.of(15, 16, 3);
        assertThatThrownBy(() -> plan(cnn, tooSmall))
                .isInstanceOf(MisfitException.class)
                .hasMessage("layer 'maxPool' leaves no pixel");
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Classifier.build(tf, cnn, new ModelInput(ExampleShape.of(16, 16, 3), true), 10, COLOUR_MOMENTS);
            assertThatThrownBy(() -> Classifier.build(
                            tf.withSubScope("again"), cnn, new ModelInput(tooSmall, true), 10, COLOUR_MOMENTS))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    private static NetworkPlan plan(Architecture architecture, ExampleShape shape) throws MisfitException {
        return NetworkPlan.of(architecture.network(), architecture.choice(), shape, 10);
    }

    private static long trained(Classifier classifier) {
        return sizeOf(classifier, true);
    }

    private static long sizeOf(Classifier classifier, boolean trainable) {
        return classifier.parameters().stream()
                .filter(parameter -> parameter.trainable() == trainable)
                .mapToLong(parameter -> parameter.state().size())
                .sum();
    }
}
