package io.github.distillmaven.tensorflow.model;

import java.nio.file.Path;
import java.util.Arrays;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.tensorflow.ToyImages;
import io.github.distillmaven.tensorflow.TrainRequests;
import io.github.distillmaven.tensorflow.graph.Architecture;
import io.github.distillmaven.tensorflow.graph.Weights;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

@DisplayName("A classifier as a function with a gradient")
class DifferentiableTest {

    private static final int CLASSES = 4;
    private static final int SIDE = 16;
    private static final Examples IMAGES = ToyImages.draw(2, SIDE, CLASSES, 1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linear",
                "mlp",
                "mlp-1200",
                "mlp-4x100",
                "cnn",
                "vgg11",
                "resnet18",
                "resnet26",
                "densenet-bc-40-12"
            })
    @DisplayName("has the gradient that differences of its loss say")
    void gradientIsThatOfDifferences(String network) {
        try (Model model = new Model(network)) {
            Differentiable function = model.function();
            float[] examples = values(2 * function.size());
            float[] targets = {0.7f, 0.1f, 0.2f, 0, 0, 0, 1, 0};
            float[] gradient = function.inputGradient(examples, targets);

            // Along the gradient itself the loss changes most, so that rounding is least.
            double length = Math.sqrt(dot(gradient, gradient));
            float step = (float) (1e-2 / length);
            double difference = loss(function, moved(examples, gradient, step), targets)
                    - loss(function, moved(examples, gradient, -step), targets);
            assertThat(difference / (2 * step)).isCloseTo(length * length, within(0.03 * length * length));
        }
    }

    @Test
    @DisplayName("has the closed form (p - t) W / deviation where it is linear")
    void gradientOfALinearModelIsItsWeights() {
        try (Model model = new Model("linear")) {
            Differentiable function = model.function();
            float[] example = Arrays.copyOf(values(), function.size());
            float[] targets = {0, 1, 0, 0};
            float[] probabilities = softmax(function.logits(example));
            float[] gradient = function.inputGradient(example, targets);
            float[] weights = model.weights.values().get(0);

            for (int index = 0; index < gradient.length; index++) {
                double expected = 0;
                for (int label = 0; label < CLASSES; label++) {
                    expected += (probabilities[label] - targets[label]) * weights[index * CLASSES + label];
                }
                expected /= ToyImages.MOMENTS.deviation().get(0);
                assertThat((double) gradient[index]).isCloseTo(expected, within(1e-5));
            }
        }
    }

    @Test
    void ofOneExampleDoesNotDependOnTheOthers() {
        try (Model model = new Model("cnn")) {
            Differentiable function = model.function();
            float[] both = function.inputGradient(values(), new float[] {1, 0, 0, 0, 0, 1, 0, 0});
            float[] second = function.inputGradient(
                    Arrays.copyOfRange(values(), function.size(), 2 * function.size()), new float[] {0, 1, 0, 0});

            assertThat(Arrays.copyOfRange(both, function.size(), 2 * function.size()))
                    .containsExactly(second, within(1e-6f));
        }
    }

    @Test
    void isTheSameAfterTheExport() throws Exception {
        try (Model model = new Model("mlp")) {
            float[] targets = {0, 1, 0, 0, 0, 0, 0, 1};
            ExportedModel.export(
                    Architecture.of(Choice.of("mlp")),
                    ModelInput.of(IMAGES),
                    CLASSES,
                    ToyImages.MOMENTS,
                    model.weights,
                    folder.resolve("model"));
            try (ExportedModel exported = ExportedModel.load(folder.resolve("model"))) {
                assertThat(exported.differentiable(ToyImages.MOMENTS).inputGradient(values(), targets))
                        .containsExactly(model.function().inputGradient(values(), targets));
                assertThat(exported.differentiable(ToyImages.MOMENTS).logits(values()))
                        .containsExactly(model.function().logits(values()));
            }
        }
    }

    @Test
    void refusesValuesThatAreNoWholeExamples() {
        try (Model model = new Model("linear")) {
            assertThatThrownBy(() -> model.function().logits(new float[3]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("3 values are not examples of 16x16x1");
        }
    }

    private static final class Model implements AutoCloseable {

        private final Graph graph = new Graph();
        private final Session session;
        private final ExampleShape shape;
        private final Weights weights;

        Model(String network) {
            shape = ExampleShape.of(TrainRequests.side(network), TrainRequests.side(network), 1);
            Classifier classifier = Classifier.build(
                    Ops.create(graph),
                    Architecture.of(TrainRequests.narrow(network)),
                    new ModelInput(shape, true),
                    CLASSES,
                    ToyImages.MOMENTS);
            session = new Session(graph);
            weights = Weights.draw(classifier.parameters(), new Seeds(1).stream("initial-weights"));
            weights.assign(session, classifier.parameters());
        }

        Differentiable function() {
            return new Differentiable(graph, session, shape, ToyImages.MOMENTS);
        }

        @Override
        public void close() {
            session.close();
            graph.close();
        }
    }

    private static float[] values() {
        return values(2 * IMAGES.shape().values());
    }

    private static float[] values(int count) {
        UniformRandomProvider random = new Seeds(1).stream("values");
        float[] values = new float[count];
        for (int index = 0; index < values.length; index++) {
            values[index] = random.nextFloat();
        }
        return values;
    }

    private static float[] moved(float[] values, float[] direction, float step) {
        float[] moved = values.clone();
        for (int index = 0; index < moved.length; index++) {
            moved[index] += step * direction[index];
        }
        return moved;
    }

    private static double loss(Differentiable function, float[] values, float[] targets) {
        float[] logits = function.logits(values);
        double loss = 0;
        for (int example = 0; example < logits.length / CLASSES; example++) {
            float[] probabilities = softmax(Arrays.copyOfRange(logits, example * CLASSES, (example + 1) * CLASSES));
            for (int label = 0; label < CLASSES; label++) {
                loss -= targets[example * CLASSES + label] * Math.log(probabilities[label]);
            }
        }
        return loss;
    }

    private static float[] softmax(float[] logits) {
        float[] probabilities = new float[logits.length];
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit);
        }
        for (int label = 0; label < logits.length; label++) {
            probabilities[label] = (float) (Math.exp(logits[label]) / sum);
        }
        return probabilities;
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int index = 0; index < one.length; index++) {
            sum += (double) one[index] * other[index];
        }
        return sum;
    }
}
