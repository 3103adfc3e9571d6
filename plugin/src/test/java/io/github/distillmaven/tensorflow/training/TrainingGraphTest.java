package io.github.distillmaven.tensorflow.training;

import java.util.Arrays;
import java.util.List;

import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.tensorflow.ToyImages;
import io.github.distillmaven.tensorflow.TrainRequests;
import io.github.distillmaven.tensorflow.graph.Objective;
import io.github.distillmaven.tensorflow.graph.Weights;
import io.github.distillmaven.tensorflow.model.Batch;
import io.github.distillmaven.tensorflow.model.ModelInput;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Steps of the linear model, held against the same sums done here in double precision. */
class TrainingGraphTest {

    private static final int CLASSES = 3;
    private static final int PIXELS = 16;
    private static final double RATE = 0.1;
    private static final double FLOAT_PRECISION = 2e-6;

    private final Examples images = ToyImages.draw(5, 4, CLASSES, 1);
    private final Weights initial = drawn();

    @Test
    void sgdSubtractsTheRateTimesTheGradient() {
        List<double[]> gradient = gradient(initial);
        assertMoved(step(Optimizer.Algorithm.SGD, 0, 0, 1), (array, index) -> RATE * gradient.get(array)[index]);
    }

    @Test
    void momentumKeepsAShareOfTheLastVelocity() {
        Weights afterOne = step(Optimizer.Algorithm.SGD, 0.9, 0, 1);
        List<double[]> first = gradient(initial);
        List<double[]> second = gradient(afterOne);
        assertMoved(
                step(Optimizer.Algorithm.SGD, 0.9, 0, 2),
                (array, index) -> RATE * first.get(array)[index]
                        + RATE * (0.9 * first.get(array)[index] + second.get(array)[index]));
    }

    @Test
    void weightDecayIsAddedToTheGradientOfWeightsAndBiases() {
        List<double[]> gradient = gradient(initial);
        assertMoved(
                step(Optimizer.Algorithm.SGD, 0, 0.5, 1),
                (array, index) -> RATE
                        * (gradient.get(array)[index] + 0.5 * initial.values().get(array)[index]));
    }

    @Test
    void theFirstStepOfAdamIsTheRateInTheDirectionOfTheGradient() {
        List<double[]> gradient = gradient(initial);
        // m = 0.1 g and v = 0.001 g^2: with the corrections by 0.1 and 0.001 the step is almost the rate itself.
        assertMoved(step(Optimizer.Algorithm.ADAM, 0, 0, 1), (array, index) -> {
            double g = gradient.get(array)[index];
            double rate = RATE * Math.sqrt(0.001) / 0.1;
            return rate * 0.1 * g / (Math.sqrt(0.001 * g * g) + 1e-8);
        });
    }

    @Test
    void theSecondStepOfAdamCorrectsBothMomentsForTheirBias() {
        Weights afterOne = step(Optimizer.Algorithm.ADAM, 0, 0, 1);
        List<double[]> first = gradient(initial);
        List<double[]> second = gradient(afterOne);
        assertMoved(step(Optimizer.Algorithm.ADAM, 0, 0, 2), (array, index) -> {
            double g1 = first.get(array)[index];
            double g2 = second.get(array)[index];
            double m = 0.9 * 0.1 * g1 + 0.1 * g2;
            double v = 0.999 * 0.001 * g1 * g1 + 0.001 * g2 * g2;
            double rate = RATE * Math.sqrt(1 - 0.999 * 0.999) / (1 - 0.9 * 0.9);
            return initial.values().get(array)[index]
                    - afterOne.values().get(array)[index]
                    + rate * m / (Math.sqrt(v) + 1e-8);
        });
    }

    @Test
    void gradientsThatAreTooLongTogetherAreShortenedBeforeTheWeightDecay() {
        List<double[]> gradient = gradient(initial);
        double length = Math.sqrt(gradient.stream()
                .flatMapToDouble(Arrays::stream)
                .map(value -> value * value)
                .sum());
        double limit = length / 4;
        assertMoved(
                clipped(limit, 0.5),
                (array, index) -> RATE
                        * (gradient.get(array)[index] / 4
                                + 0.5 * initial.values().get(array)[index]));
        assertThat(clipped(2 * length, 0).sha256())
                .isEqualTo(step(Optimizer.Algorithm.SGD, 0, 0, 1).sha256());
    }

    private Weights clipped(double limit, double weightDecay) {
        Optimizer optimizer =
                new Optimizer(Optimizer.Algorithm.SGD, RATE, 0, weightDecay, Choice.of("constant"), limit);
        try (TrainingGraph graph = graph(optimizer);
                Batch batch = batch()) {
            graph.begin(initial);
            graph.step(batch, RATE, 0, 0);
            return Weights.read(graph.session(), graph.parameters());
        }
    }

    @Test
    void aStepTellsLossAndRightAnswersFromBeforeTheUpdate() {
        double loss = 0;
        int correct = 0;
        for (int image = 0; image < images.size(); image++) {
            double[] probabilities = probabilities(initial, image);
            loss -= Math.log(probabilities[images.label(image)]) / images.size();
            int best = 0;
            for (int label = 1; label < CLASSES; label++) {
                best = probabilities[label] > probabilities[best] ? label : best;
            }
            correct += best == images.label(image) ? 1 : 0;
        }
        try (TrainingGraph graph = graph(Optimizer.Algorithm.SGD, 0, 0);
                Batch batch = batch()) {
            graph.begin(initial);
            TrainingGraph.StepOutcome outcome = graph.step(batch, RATE, 0, 0);
            assertThat(outcome.loss()).isCloseTo((float) loss, within(1e-5f));
            assertThat(outcome.correct()).isEqualTo(correct);
        }
    }

    private Weights step(Optimizer.Algorithm algorithm, double momentum, double weightDecay, int steps) {
        try (TrainingGraph graph = graph(algorithm, momentum, weightDecay);
                Batch batch = batch()) {
            graph.begin(initial);
            for (int step = 0; step < steps; step++) {
                graph.step(batch, RATE, step, 0);
            }
            return Weights.read(graph.session(), graph.parameters());
        }
    }

    private TrainingGraph graph(Optimizer.Algorithm algorithm, double momentum, double weightDecay) {
        return graph(new Optimizer(algorithm, RATE, momentum, weightDecay, Choice.of("constant"), 0));
    }

    private TrainingGraph graph(Optimizer optimizer) {
        return new TrainingGraph(
                TrainRequests.training("linear", 1, images.size(), optimizer),
                Precision.FLOAT32,
                ModelInput.of(images),
                Objective.of(images, CLASSES, 1),
                ToyImages.MOMENTS);
    }

    private Batch batch() {
        Batch batch = new Batch(images, images.size());
        batch.fill(new int[] {0, 1, 2, 3, 4}, 0);
        return batch;
    }

    /** What one value moves down by. */
    private interface Move {

        double of(int array, int index);
    }

    private void assertMoved(Weights actual, Move move) {
        for (int array = 0; array < 2; array++) {
            float[] before = initial.values().get(array);
            for (int index = 0; index < before.length; index++) {
                assertThat((double) actual.values().get(array)[index])
                        .as("array %d, index %d", array, index)
                        .isCloseTo(before[index] - move.of(array, index), within(FLOAT_PRECISION));
            }
        }
    }

    /** Of the mean cross entropy: (probability - one-hot label) times the input. */
    private List<double[]> gradient(Weights weights) {
        double[] ofWeights = new double[PIXELS * CLASSES];
        double[] ofBiases = new double[CLASSES];
        for (int image = 0; image < images.size(); image++) {
            double[] probabilities = probabilities(weights, image);
            for (int label = 0; label < CLASSES; label++) {
                double error = (probabilities[label] - (images.label(image) == label ? 1 : 0)) / images.size();
                ofBiases[label] += error;
                for (int pixel = 0; pixel < PIXELS; pixel++) {
                    ofWeights[pixel * CLASSES + label] += error * input(image, pixel);
                }
            }
        }
        return List.of(ofWeights, ofBiases);
    }

    private double[] probabilities(Weights weights, int image) {
        double[] exponentials = new double[CLASSES];
        double sum = 0;
        for (int label = 0; label < CLASSES; label++) {
            double logit = weights.values().get(1)[label];
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                logit += weights.values().get(0)[pixel * CLASSES + label] * input(image, pixel);
            }
            exponentials[label] = Math.exp(logit);
            sum += exponentials[label];
        }
        for (int label = 0; label < CLASSES; label++) {
            exponentials[label] /= sum;
        }
        return exponentials;
    }

    private double input(int image, int pixel) {
        int value = Byte.toUnsignedInt(images.bytes()[image * PIXELS + pixel]);
        return (value / 255.0 - ToyImages.MOMENTS.mean().get(0))
                / ToyImages.MOMENTS.deviation().get(0);
    }

    /** 16 pixels: uniform in +-1/4. */
    private static Weights drawn() {
        UniformRandomProvider random = new Seeds(1).stream("teacher/initial-weights");
        float[] weights = new float[PIXELS * CLASSES];
        float[] biases = new float[CLASSES];
        for (int index = 0; index < weights.length; index++) {
            weights[index] = random.nextFloat(-0.25f, 0.25f);
        }
        for (int index = 0; index < biases.length; index++) {
            biases[index] = random.nextFloat(-0.25f, 0.25f);
        }
        return new Weights(List.of(weights, biases));
    }
}
