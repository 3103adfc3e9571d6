package io.github.distillmaven.tensorflow.graph;

import java.util.List;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.experiment.run.Precision;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@DisplayName("Batch normalisation, held against the same sums in double precision")
class BatchNormalizationTest {

    private static final int CHANNELS = 16;
    /** Values per channel of a batch: 3 images of 2x2. */
    private static final int VALUES = 12;

    private static final double PRECISION = 1e-5;

    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final Placeholder<TFloat32> images =
            tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 2, 2, CHANNELS)));
    private final LayerParameters parameters = new LayerParameters();
    private final TensorFlowLayers trained =
            TensorFlowLayers.training(tf.withSubScope("training"), parameters, Precision.FLOAT32);
    private final Operand<TFloat32> inTraining = normalised(trained);
    private final Operand<TFloat32> inInference = normalised(TensorFlowLayers.predicting(tf, parameters));
    private final List<Op> updates =
            trained.averages().stream().map(average -> average.update(tf)).toList();
    private final Session session = new Session(graph);

    private final float[] first = drawn("first", VALUES * CHANNELS, -1, 3);
    private final float[] second = drawn("second", VALUES * CHANNELS, 4, 5);
    private final float[] scale = drawn("scale", CHANNELS, 0.5f, 2);
    private final float[] offset = drawn("offset", CHANNELS, -1, 1);
    private final float[] mean = drawn("mean", CHANNELS, -1, 1);
    private final float[] variance = drawn("variance", CHANNELS, 0.5f, 2);

    private Operand<TFloat32> normalised(TensorFlowLayers layers) {
        return ((OperandSignal) layers.batchNormalization("norm", new OperandSignal(images, 1))).operand();
    }

    @BeforeEach
    void setParameters() {
        new Weights(List.of(scale, offset, mean, variance)).assign(session, parameters.all());
    }

    @AfterEach
    void close() {
        session.close();
        graph.close();
    }

    @Test
    void beginsAsTheIdentityOfAStandardNormalInput() {
        assertThat(Weights.draw(parameters.all(), new Seeds(1).stream("x")).values())
                .satisfiesExactly(
                        ones -> assertThat(ones).containsOnly(1),
                        zeros -> assertThat(zeros).containsOnly(0),
                        zeros -> assertThat(zeros).containsOnly(0),
                        ones -> assertThat(ones).containsOnly(1));
        assertThat(parameters.all()).extracting(Parameter::trainable).containsExactly(true, true, false, false);
    }

    @Test
    void inTrainingTakesMeanAndBiasedVarianceOfTheBatch() {
        float[] actual = run(inTraining, first);
        for (int index = 0; index < actual.length; index++) {
            int channel = index % CHANNELS;
            assertThat((double) actual[index])
                    .isCloseTo(
                            normalised(
                                    first[index], channel, meanOf(first, channel), varianceOf(first, channel, VALUES)),
                            within(PRECISION));
        }
    }

    @Test
    void inInferenceTakesTheAverages() {
        float[] actual = run(inInference, first);
        for (int index = 0; index < actual.length; index++) {
            int channel = index % CHANNELS;
            assertThat((double) actual[index])
                    .isCloseTo(normalised(first[index], channel, mean[channel], variance[channel]), within(PRECISION));
        }
    }

    @Test
    void writtenOutForGpusItGivesTheSameValuesAndTheSameGradient() {
        List<Variable<TFloat32>> its =
                parameters.all().stream().map(Parameter::variable).toList();
        BatchNormalization layer = new BatchNormalization(its.get(0), its.get(1), its.get(2), its.get(3));
        Operand<TFloat32> fused = layer.fused(tf, images);
        Operand<TFloat32> writtenOut = layer.writtenOut(tf, images);
        assertThat(run(writtenOut, first)).containsExactly(run(fused, first), within(1e-5f));

        assertThat(run(gradientOfSquares(writtenOut), first))
                .containsExactly(run(gradientOfSquares(fused), first), within(1e-4f));
    }

    private Operand<TFloat32> gradientOfSquares(Operand<TFloat32> output) {
        Operand<TFloat32> sum = tf.reduceSum(tf.math.mul(output, output), tf.constant(new int[] {0, 1, 2, 3}));
        return graph.addGradients(sum.asOutput(), new Output<?>[] {images.asOutput()})[0].expect(TFloat32.class);
    }

    @Test
    void theAveragesKeepNineTenthsAndAddATenthOfMeanAndUnbiasedVariance() {
        update(first);
        update(second);
        List<float[]> actual = Weights.read(session, parameters.all()).values();
        assertThat(actual.get(0)).isEqualTo(scale);
        assertThat(actual.get(1)).isEqualTo(offset);
        for (int channel = 0; channel < CHANNELS; channel++) {
            assertThat((double) actual.get(2)[channel])
                    .isCloseTo(
                            0.81 * mean[channel] + 0.09 * meanOf(first, channel) + 0.1 * meanOf(second, channel),
                            within(PRECISION));
            assertThat((double) actual.get(3)[channel])
                    .isCloseTo(
                            0.81 * variance[channel]
                                    + 0.09 * varianceOf(first, channel, VALUES - 1)
                                    + 0.1 * varianceOf(second, channel, VALUES - 1),
                            within(PRECISION));
        }
    }

    private double normalised(double value, int channel, double center, double spread) {
        return (value - center) / Math.sqrt(spread + 1e-5) * scale[channel] + offset[channel];
    }

    private static double meanOf(float[] batch, int channel) {
        double sum = 0;
        for (int index = channel; index < batch.length; index += CHANNELS) {
            sum += batch[index];
        }
        return sum / VALUES;
    }

    private static double varianceOf(float[] batch, int channel, int divisor) {
        double center = meanOf(batch, channel);
        double sum = 0;
        for (int index = channel; index < batch.length; index += CHANNELS) {
            sum += (batch[index] - center) * (batch[index] - center);
        }
        return sum / divisor;
    }

    private void update(float[] batch) {
        try (TFloat32 fed = tensor(batch)) {
            Session.Runner runner = session.runner().feed(images, fed);
            updates.forEach(runner::addTarget);
            runner.run().close();
        }
    }

    private float[] run(Operand<TFloat32> output, float[] batch) {
        try (TFloat32 fed = tensor(batch);
                TFloat32 result = (TFloat32)
                        session.runner().feed(images, fed).fetch(output).run().get(0)) {
            float[] values = new float[batch.length];
            result.asRawTensor().data().asFloats().read(values);
            return values;
        }
    }

    private static TFloat32 tensor(float[] batch) {
        return TFloat32.tensorOf(Shape.of(3, 2, 2, CHANNELS), DataBuffers.of(batch, true, false));
    }

    private static float[] drawn(String name, int count, float least, float most) {
        UniformRandomProvider random = new Seeds(1).stream(name);
        float[] values = new float[count];
        for (int index = 0; index < count; index++) {
            values[index] = random.nextFloat(least, most);
        }
        return values;
    }
}
