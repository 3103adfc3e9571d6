package io.github.distillmaven.tensorflow;

import java.util.List;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.Augmentation;
import io.github.distillmaven.experiment.ImageShape;
import io.github.distillmaven.experiment.Network;
import io.github.distillmaven.experiment.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArchitectureTest {

    private static final ImageShape MNIST = new ImageShape(28, 28, 1);
    private static final ImageShape CIFAR10 = new ImageShape(32, 32, 3);
    private static final Moments COLOUR_MOMENTS = new Moments(List.of(0.5, 0.5, 0.5), List.of(0.25, 0.25, 0.25));

    // linear: 784 * 10 + 10.
    // mlp: 784 * 256 + 256, 256 * 256 + 256, 256 * 10 + 10.
    // cnn: 25 * 20 + 20, 25 * 20 * 50 + 50, (28 -> 24 -> 12 -> 8 -> 4) 4 * 4 * 50 * 500 + 500, 500 * 10 + 10.
    // resnet18: that of CIFAR-10, less the weights of two channels in the stem, 2 * 9 * 64.
    @ParameterizedTest
    @CsvSource({"LINEAR, 7850", "MLP, 269322", "CNN, 431080", "RESNET18, 11172810"})
    void hasAsManyParametersAsOneCountsByHand(Network network, long parameters) {
        try (Graph graph = new Graph()) {
            Classifier classifier =
                    Classifier.build(Ops.create(graph), architecture(network, 64), MNIST, 10, ToyImages.MOMENTS);
            assertThat(trained(classifier)).isEqualTo(parameters);
            assertThat(classifier.logits().shape().asArray()).containsExactly(-1, 10);
        }
    }

    // 11,173,962: what everybody counts for the ResNet-18 of CIFAR-10, in PyTorch for instance.
    @ParameterizedTest
    @CsvSource({"64, 11173962", "16, 701466"})
    void theResNetOfCifar10HasAsManyParametersAsItIsKnownFor(int width, long parameters) {
        try (Graph graph = new Graph()) {
            Classifier classifier = Classifier.build(
                    Ops.create(graph), architecture(Network.RESNET18, width), CIFAR10, 10, COLOUR_MOMENTS);
            assertThat(trained(classifier)).isEqualTo(parameters);
            // A mean and a variance for each channel: the stem, four convolutions and a shortcut per stage, but no
            // shortcut
            // in the first one.
            long channels = width * (1 + 4 * (1 + 2 + 4 + 8) + (2 + 4 + 8));
            assertThat(sizeOf(classifier, false)).isEqualTo(2 * channels);
        }
    }

    @Test
    void theCnnAcceptsNothingSmallerThanItsMinimum() {
        Architecture cnn = architecture(Network.CNN, 64);
        int minimum = cnn.minimumSize();
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            ImageShape smallest = new ImageShape(minimum, minimum, 3);
            Classifier.build(tf, cnn, smallest, 10, COLOUR_MOMENTS);
            ImageShape tooSmall = new ImageShape(minimum - 1, minimum, 3);
            assertThatThrownBy(() -> Classifier.build(tf.withSubScope("again"), cnn, tooSmall, 10, COLOUR_MOMENTS))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    private static Architecture architecture(Network network, int width) {
        return Architecture.of(new Training(network, width, 0, 1, 1, Augmentation.NONE, TrainRequests.adam()));
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
