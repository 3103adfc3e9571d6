package io.github.distillmaven.tensorflow;

import java.util.List;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.ImageShape;
import io.github.distillmaven.experiment.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArchitectureTest {

    private static final ImageShape MNIST = new ImageShape(28, 28, 1);
    private static final Moments COLOUR_MOMENTS = new Moments(List.of(0.5, 0.5, 0.5), List.of(0.25, 0.25, 0.25));

    // linear: 784 * 10 + 10.
    // mlp: 784 * 256 + 256, 256 * 256 + 256, 256 * 10 + 10.
    // cnn: 25 * 20 + 20, 25 * 20 * 50 + 50, (28 -> 24 -> 12 -> 8 -> 4) 4 * 4 * 50 * 500 + 500, 500 * 10 + 10.
    @ParameterizedTest
    @CsvSource({"LINEAR, 7850", "MLP, 269322", "CNN, 431080"})
    void hasAsManyParametersAsOneCountsByHand(Network network, long parameters) {
        try (Graph graph = new Graph()) {
            Classifier classifier = Classifier.build(Ops.create(graph), network, MNIST, 10, ToyImages.MOMENTS);
            assertThat(classifier.parameters().stream()
                            .mapToLong(parameter -> parameter.variable().shape().size())
                            .sum())
                    .isEqualTo(parameters);
            assertThat(classifier.logits().shape().asArray()).containsExactly(-1, 10);
        }
    }

    @Test
    void theCnnAcceptsNothingSmallerThanItsMinimum() {
        int minimum = Architecture.of(Network.CNN).minimumSize();
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            ImageShape smallest = new ImageShape(minimum, minimum, 3);
            Classifier.build(tf, Network.CNN, smallest, 10, COLOUR_MOMENTS);
            ImageShape tooSmall = new ImageShape(minimum - 1, minimum, 3);
            assertThatThrownBy(
                            () -> Classifier.build(tf.withSubScope("again"), Network.CNN, tooSmall, 10, COLOUR_MOMENTS))
                    .isInstanceOf(RuntimeException.class);
        }
    }
}
