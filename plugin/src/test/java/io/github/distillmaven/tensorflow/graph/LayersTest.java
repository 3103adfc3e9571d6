package io.github.distillmaven.tensorflow.graph;

import java.util.function.BiFunction;
import java.util.stream.IntStream;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.extension.Layers;
import io.github.distillmaven.extension.Signal;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.AfterEach;
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
import org.tensorflow.types.TInt64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

@DisplayName("Layers of a graph")
class LayersTest {

    private static final int EXAMPLES = 2;
    /** Small images: with larger ones oneDNN takes another way. */
    private static final int SIDE = 4;

    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final Session session = new Session(graph);

    @AfterEach
    void close() {
        session.close();
        graph.close();
    }

    @Test
    void averageEachSquare() {
        Shape shape = Shape.of(1, 2, 5, 2);
        Operand<TFloat32> input = tf.reshape(
                tf.constant(new float[] {
                    1, 10, 2, 20, 3, 30, 4, 40, 99, 99,
                    5, 50, 6, 60, 7, 70, 8, 80, 99, 99
                }),
                tf.constant(shape));
        Layers layers = TensorFlowLayers.predicting(tf, new LayerParameters());

        // (1 + 2 + 5 + 6) / 4, (3 + 4 + 7 + 8) / 4; the last column has no square.
        assertThat(read(operand(layers.averagePool(new OperandSignal(input, 1)))))
                .containsExactly(3.5f, 35, 5.5f, 55);
    }

    @Test
    void putTheChannelsOfEachPixelBesideEachOther() {
        Operand<TFloat32> one = tf.reshape(tf.constant(new float[] {1, 2, 3, 4}), tf.constant(Shape.of(1, 1, 2, 2)));
        Operand<TFloat32> other = tf.reshape(tf.constant(new float[] {8, 9}), tf.constant(Shape.of(1, 1, 2, 1)));
        Layers layers = TensorFlowLayers.predicting(tf, new LayerParameters());

        assertThat(read(operand(layers.concatenate(new OperandSignal(one, 1), new OperandSignal(other, 1)))))
                .containsExactly(1, 2, 8, 3, 4, 9);
    }

    @Test
    void ofNetworksSideBySideConcatenateTheUnitsOfEach() {
        Operand<TFloat32> one = tf.reshape(tf.constant(new float[] {1, 2, 3, 4}), tf.constant(Shape.of(2, 1, 2)));
        Operand<TFloat32> other = tf.reshape(tf.constant(new float[] {8, 9}), tf.constant(Shape.of(2, 1, 1)));
        Layers layers = new StackedLayers(tf, 2);

        assertThat(read(operand(layers.concatenate(new OperandSignal(one, 2), new OperandSignal(other, 2)))))
                .containsExactly(1, 2, 8, 3, 4, 9);
    }

    @Test
    void ofNetworksSideBySidePoolNothing() {
        Signal input = new OperandSignal(tf.zeros(tf.constant(Shape.of(2, 1, 4, 4, 3)), TFloat32.class), 2);

        assertThatThrownBy(() -> new StackedLayers(tf, 2).averagePool(input))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("networks with pooling cannot be trained side by side");
    }

    @Test
    void dropTheSameInEveryRunAndAnotherShareInEveryStep() {
        Operand<TFloat32> ones = tf.ones(tf.constant(new int[] {2, 5000}), TFloat32.class);
        TensorFlowLayers layers = TensorFlowLayers.training(tf, new LayerParameters(), Precision.FLOAT32);
        assertThat(layers.dropout()).isEmpty();
        Operand<TFloat32> one = operand(layers.dropout("one", new OperandSignal(ones, 1), 0.25));
        Operand<TFloat32> other = operand(layers.dropout("other", new OperandSignal(ones, 1), 0.25));
        Output<?> gradient = graph.addGradients(one.asOutput(), new Output<?>[] {ones.asOutput()})[0];
        Placeholder<TInt64> seed = layers.dropout().orElseThrow().seed();

        float[] first = dropped(one, seed, 7, 0);
        assertThat(first).containsOnly(0, 4 / 3f);
        // Of 10,000 draws, 43 are the standard deviation.
        assertThat(zeros(first)).isBetween(2300, 2700);
        assertThat(dropped(one, seed, 7, 0)).isEqualTo(first);
        assertThat(dropped(gradient, seed, 7, 0)).as("gradient").isEqualTo(first);
        for (float[] others :
                new float[][] {dropped(one, seed, 7, 1), dropped(one, seed, 8, 0), dropped(other, seed, 7, 0)}) {
            // A value is dropped in one of them and not in the other with a probability of 2 * 1/4 * 3/4.
            assertThat(IntStream.range(0, first.length).filter(index -> first[index] != others[index]))
                    .hasSizeBetween(3500, 4000);
        }
    }

    @Test
    void dropNothingInPredictions() {
        Signal input = new OperandSignal(tf.constant(new float[][] {{1, 2, 3}}), 1);

        assertThat(TensorFlowLayers.predicting(tf, new LayerParameters()).dropout("one", input, 0.9))
                .isSameAs(input);
        assertThatThrownBy(() -> new StackedLayers(tf, 2).dropout("one", input, 0.9))
                .hasMessage("networks with dropout cannot be trained side by side");
    }

    private float[] dropped(Operand<?> output, Placeholder<TInt64> seed, long training, long step) {
        try (TInt64 fed = Dropout.seed(training, step);
                Result result = session.runner()
                        .feed(seed, fed)
                        .fetch(output.asOutput())
                        .run()) {
            return floats((TFloat32) result.get(0));
        }
    }

    private static int zeros(float[] values) {
        int zeros = 0;
        for (float value : values) {
            zeros += value == 0 ? 1 : 0;
        }
        return zeros;
    }

    // Those of images; one, two, three, four, five and nine blocks of 16, whole and not.
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 16, 24, 36, 48, 64, 80, 132})
    void haveTheGradientThatDifferencesSay(int channels) {
        assertGradient(channels, (layers, input) -> layers.convolution("valid", input, 3, 20));
        assertGradient(channels, (layers, input) -> layers.paddedConvolution("padded3", input, 3, 12, 1));
        assertGradient(channels, (layers, input) -> layers.paddedConvolution("padded1", input, 1, 48, 1));
        assertGradient(channels, (layers, input) -> layers.paddedConvolution("halved3", input, 3, 48, 2));
        assertGradient(channels, (layers, input) -> layers.paddedConvolution("halved1", input, 1, 48, 2));
        assertGradient(
                channels,
                (layers, input) -> layers.averagePool(
                        layers.concatenate(input, layers.paddedConvolution("joined", input, 3, channels, 1))));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 36, 48, 60, 132})
    void normaliseWithTheGradientThatDifferencesSay(int channels) {
        assertGradient(channels, (layers, input) -> layers.batchNormalization("norm", input));
    }

    /** Of a random combination of all outputs, along the gradient itself, where it changes most. */
    private void assertGradient(int channels, BiFunction<Layers, Signal, Signal> layer) {
        Placeholder<TFloat32> images =
                tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, SIDE, SIDE, channels)));
        LayerParameters parameters = new LayerParameters();
        Layers layers = TensorFlowLayers.training(tf, parameters, Precision.FLOAT32);
        Signal output = layer.apply(layers, new OperandSignal(images, 1));
        Weights.draw(parameters.all(), new Seeds(1).stream("weights")).assign(session, parameters.all());
        int outputs = EXAMPLES * Math.toIntExact(output.sizes().stream().reduce(1L, Math::multiplyExact));
        Operand<TFloat32> terms = tf.math.mul(
                tf.reshape(operand(output), tf.constant(new int[] {outputs})),
                tf.constant(drawn("combination", outputs)));
        Output<?> gradientOfSum = graph.addGradients(terms.asOutput(), new Output<?>[] {images.asOutput()})[0];
        float[] values = drawn("images", EXAMPLES * SIDE * SIDE * channels);

        float[] gradient = read(gradientOfSum, images, values);
        double square = 0;
        for (float each : gradient) {
            square += (double) each * each;
        }
        float step = (float) (0.05 / Math.sqrt(square));
        double difference = sum(read(terms.asOutput(), images, moved(values, gradient, step)))
                - sum(read(terms.asOutput(), images, moved(values, gradient, -step)));

        assertThat(difference / (2 * step)).isCloseTo(square, within(0.001 * square));
    }

    private float[] read(Output<?> output, Placeholder<TFloat32> input, float[] values) {
        Shape shape = Shape.of(EXAMPLES, SIDE, SIDE, input.shape().get(3));
        try (TFloat32 fed = TFloat32.tensorOf(shape, DataBuffers.of(values, true, false));
                TFloat32 result = (TFloat32)
                        session.runner().feed(input, fed).fetch(output).run().get(0)) {
            return floats(result);
        }
    }

    private float[] read(Operand<TFloat32> output) {
        try (TFloat32 result = (TFloat32) session.runner().fetch(output).run().get(0)) {
            return floats(result);
        }
    }

    private static float[] floats(TFloat32 tensor) {
        float[] values = new float[Math.toIntExact(tensor.size())];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
    }

    private static float[] moved(float[] values, float[] direction, float step) {
        float[] moved = values.clone();
        for (int index = 0; index < moved.length; index++) {
            moved[index] += step * direction[index];
        }
        return moved;
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    private static float[] drawn(String name, int count) {
        UniformRandomProvider random = new Seeds(1).stream(name);
        float[] values = new float[count];
        for (int index = 0; index < count; index++) {
            values[index] = random.nextFloat(-1, 1);
        }
        return values;
    }

    private static Operand<TFloat32> operand(Signal signal) {
        return ((OperandSignal) signal).operand();
    }
}
