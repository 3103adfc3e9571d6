package io.github.distillmaven.tensorflow.graph;

import java.util.Arrays;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Held against the same sums done here in double precision. */
@DisplayName("The loss of a training")
class LossTest {

    private static final int CLASSES = 3;
    private static final float[] LOGITS = {2, -1, 0.5f, -3, 1, 4};
    private static final float[] SHARES = {0.7f, 0.1f, 0.2f, 0.25f, 0.5f, 0.25f};

    @ParameterizedTest
    @ValueSource(doubles = {1, 4, 0.5})
    @DisplayName("with distributions is T^2 times the cross entropy with softmax(logits / T), and so is its gradient")
    void isTheClosedForm(double temperature) {
        try (Built loss = new Built(new Objective(CLASSES, true, temperature));
                TFloat32 shares = matrix(SHARES)) {
            float[] outcome = loss.of(LOGITS, shares);

            assertThat((double) outcome[0]).isCloseTo(closedForm(LOGITS, temperature), within(1e-5));
            double[] probabilities = softmax(LOGITS, temperature);
            for (int index = 0; index < LOGITS.length; index++) {
                double expected = temperature * (probabilities[index] - SHARES[index]) / 2;
                assertThat((double) outcome[2 + index]).isCloseTo(expected, within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 4, 0.5})
    @DisplayName("has the gradient that its difference quotients have")
    void hasTheGradientOfItsQuotients(double temperature) {
        float step = 0.01f;
        try (Built loss = new Built(new Objective(CLASSES, true, temperature));
                TFloat32 shares = matrix(SHARES)) {
            float[] gradient = loss.of(LOGITS, shares);
            for (int index = 0; index < LOGITS.length; index++) {
                float[] above = LOGITS.clone();
                float[] below = LOGITS.clone();
                above[index] += step;
                below[index] -= step;
                float quotient = (loss.of(above, shares)[0] - loss.of(below, shares)[0]) / (2 * step);
                assertThat(gradient[2 + index]).isCloseTo(quotient, within(1e-3f));
            }
        }
    }

    @Test
    @DisplayName("with classes is that with all of a distribution on one class, to the same bits")
    void classesAreDistributions() {
        try (Built ofClasses = new Built(new Objective(CLASSES, false, 1));
                Built ofDistributions = new Built(new Objective(CLASSES, true, 1));
                TInt32 labels = TInt32.vectorOf(0, 1);
                TFloat32 oneHot = matrix(1, 0, 0, 0, 1, 0)) {
            assertThat(ofClasses.of(LOGITS, labels)).containsExactly(ofDistributions.of(LOGITS, oneHot));
        }
    }

    @Test
    @DisplayName("counts as right what agrees with the largest share, the lowest class of equals")
    void countsTheLargestShare() {
        try (Built loss = new Built(new Objective(CLASSES, true, 2));
                TFloat32 shares = matrix(SHARES);
                TFloat32 ties = matrix(0.2f, 0.4f, 0.4f, 0.3f, 0.3f, 0.4f)) {
            assertThat(loss.of(LOGITS, shares)[1]).isEqualTo(1);
            assertThat(loss.of(LOGITS, ties)[1]).isEqualTo(1);
        }
    }

    private static double closedForm(float[] logits, double temperature) {
        double[] probabilities = softmax(logits, temperature);
        double sum = 0;
        for (int index = 0; index < logits.length; index++) {
            sum -= SHARES[index] * Math.log(probabilities[index]);
        }
        return temperature * temperature * sum / 2;
    }

    private static double[] softmax(float[] logits, double temperature) {
        double[] probabilities = new double[logits.length];
        for (int row = 0; row < logits.length; row += CLASSES) {
            int begin = row;
            double sum = 0;
            for (int index = begin; index < begin + CLASSES; index++) {
                probabilities[index] = Math.exp(logits[index] / temperature);
                sum += probabilities[index];
            }
            for (int index = begin; index < begin + CLASSES; index++) {
                probabilities[index] /= sum;
            }
        }
        return probabilities;
    }

    private static TFloat32 matrix(float... values) {
        return TFloat32.tensorOf(Shape.of(values.length / CLASSES, CLASSES), DataBuffers.of(values, true, false));
    }

    private static final class Built implements AutoCloseable {

        private final Graph graph = new Graph();
        private final Session session = new Session(graph);
        private final Placeholder<TFloat32> logits;
        private final Loss loss;
        private final Operand<TFloat32> gradient;

        Built(Objective objective) {
            Ops tf = Ops.create(graph);
            logits = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, CLASSES)));
            loss = Loss.build(tf, objective, logits);
            gradient = graph.addGradients(loss.mean().asOutput(), new Output<?>[] {logits.asOutput()})[0].expect(
                    TFloat32.class);
        }

        /** The loss, the number of right answers, the gradient. */
        float[] of(float[] values, TType targets) {
            try (TFloat32 fed = matrix(values);
                    Result result = session.runner()
                            .feed(logits, fed)
                            .feed(loss.targets(), targets)
                            .fetch(loss.mean())
                            .fetch(loss.correct())
                            .fetch(gradient)
                            .run()) {
                float[] all = Arrays.copyOf(
                        new float[] {((TFloat32) result.get(0)).getFloat(), ((TFloat32) result.get(1)).getFloat()},
                        2 + values.length);
                float[] gradients = new float[values.length];
                ((TFloat32) result.get(2)).asRawTensor().data().asFloats().read(gradients);
                System.arraycopy(gradients, 0, all, 2, gradients.length);
                return all;
            }
        }

        @Override
        public void close() {
            session.close();
            graph.close();
        }
    }
}
