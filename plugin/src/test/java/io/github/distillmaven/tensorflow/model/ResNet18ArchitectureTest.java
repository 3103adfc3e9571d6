package io.github.distillmaven.tensorflow.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.network.ResNet18Network;
import io.github.distillmaven.tensorflow.ToyImages;
import io.github.distillmaven.tensorflow.graph.Architecture;
import io.github.distillmaven.tensorflow.graph.InitialValues;
import io.github.distillmaven.tensorflow.graph.Parameter;
import io.github.distillmaven.tensorflow.graph.Weights;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@DisplayName("The ResNet-18, held against the published one in plain loops")
class ResNet18ArchitectureTest {

    private static final int WIDTH = 16;
    private static final int CLASSES = 4;
    /** Halved to 6, 3 and 2: strides over even and odd sizes. */
    private static final int SIDE = 12;

    private static final Examples IMAGE = ToyImages.draw(1, SIDE, CLASSES, 1);

    @Test
    void computesThePublishedNetwork() {
        try (Graph graph = new Graph();
                Session session = new Session(graph);
                Batch batch = new Batch(IMAGE, 1)) {
            Classifier classifier = Classifier.build(
                    Ops.create(graph),
                    Architecture.of(Choice.of("resnet18").with(ResNet18Network.WIDTH, WIDTH)),
                    ModelInput.of(IMAGE),
                    CLASSES,
                    ToyImages.MOMENTS);
            Weights weights = drawn(classifier.parameters());
            weights.assign(session, classifier.parameters());
            batch.fill(new int[] {0}, 0);
            try (TFloat32 logits = (TFloat32) session.runner()
                    .feed(classifier.input(), batch.values())
                    .fetch(classifier.logits())
                    .run()
                    .get(0)) {
                double[] expected = new PublishedNetwork(weights).logits();
                for (int label = 0; label < CLASSES; label++) {
                    assertThat((double) logits.getFloat(0, label))
                            .isCloseTo(expected[label], within(1e-4 * Math.abs(expected[label]) + 1e-4));
                }
            }
        }
    }

    /** Averages and scales between a half and one and a half, so that none of them can be left out. */
    private static Weights drawn(List<Parameter> parameters) {
        UniformRandomProvider random = new Seeds(1).stream("resnet18");
        List<float[]> values = new ArrayList<>();
        for (Parameter parameter : parameters) {
            int count = (int) parameter.state().size();
            boolean ofNormalisation = parameter.initial() instanceof InitialValues.Constant;
            float[] drawn = parameter.initial().draw(count, random);
            for (int index = 0; ofNormalisation && index < count; index++) {
                drawn[index] = random.nextFloat(0.5f, 1.5f);
            }
            values.add(drawn);
        }
        return new Weights(values);
    }

    /** Feature maps are [height][width][channel]. */
    private static final class PublishedNetwork {

        private final Iterator<float[]> values;

        PublishedNetwork(Weights weights) {
            values = weights.values().iterator();
        }

        double[] logits() {
            double[][][] features = relu(normalised(convolution(input(), 3, WIDTH, 1)));
            for (int stage = 0; stage < 4; stage++) {
                int channels = WIDTH << stage;
                features = block(features, channels, stage == 0 ? 1 : 2);
                features = block(features, channels, 1);
            }
            return dense(pooled(features));
        }

        private double[][][] input() {
            double[][][] input = new double[SIDE][SIDE][1];
            for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                double value = Byte.toUnsignedInt(IMAGE.bytes()[pixel]) / 255.0;
                input[pixel / SIDE][pixel % SIDE][0] =
                        (value - ToyImages.MOMENTS.mean().get(0))
                                / ToyImages.MOMENTS.deviation().get(0);
            }
            return input;
        }

        private double[][][] block(double[][][] input, int channels, int stride) {
            double[][][] hidden = relu(normalised(convolution(input, 3, channels, stride)));
            double[][][] residual = normalised(convolution(hidden, 3, channels, 1));
            double[][][] shortcut = stride == 1 ? input : normalised(convolution(input, 1, channels, stride));
            return relu(sum(residual, shortcut));
        }

        /** With a zero at each side for filters of 3x3. */
        private double[][][] convolution(double[][][] input, int size, int filters, int stride) {
            float[] weights = values.next();
            int channels = input[0][0].length;
            int side = (input.length + stride - 1) / stride;
            double[][][] output = new double[side][side][filters];
            for (int row = 0; row < side; row++) {
                for (int column = 0; column < side; column++) {
                    for (int offset = 0; offset < size * size; offset++) {
                        int y = row * stride + offset / size - size / 2;
                        int x = column * stride + offset % size - size / 2;
                        if (y < 0 || y >= input.length || x < 0 || x >= input.length) {
                            continue;
                        }
                        for (int channel = 0; channel < channels; channel++) {
                            for (int filter = 0; filter < filters; filter++) {
                                output[row][column][filter] += input[y][x][channel]
                                        * weights[(offset * channels + channel) * filters + filter];
                            }
                        }
                    }
                }
            }
            return output;
        }

        private double[][][] normalised(double[][][] input) {
            float[] scale = values.next();
            float[] offset = values.next();
            float[] mean = values.next();
            float[] variance = values.next();
            for (double[][] row : input) {
                for (double[] pixel : row) {
                    for (int channel = 0; channel < pixel.length; channel++) {
                        pixel[channel] =
                                (pixel[channel] - mean[channel]) / Math.sqrt(variance[channel] + 1e-5) * scale[channel]
                                        + offset[channel];
                    }
                }
            }
            return input;
        }

        private static double[][][] relu(double[][][] input) {
            for (double[][] row : input) {
                for (double[] pixel : row) {
                    for (int channel = 0; channel < pixel.length; channel++) {
                        pixel[channel] = Math.max(0, pixel[channel]);
                    }
                }
            }
            return input;
        }

        private static double[][][] sum(double[][][] one, double[][][] other) {
            for (int row = 0; row < one.length; row++) {
                for (int column = 0; column < one.length; column++) {
                    for (int channel = 0; channel < one[row][column].length; channel++) {
                        one[row][column][channel] += other[row][column][channel];
                    }
                }
            }
            return one;
        }

        private static double[] pooled(double[][][] input) {
            double[] means = new double[input[0][0].length];
            for (double[][] row : input) {
                for (double[] pixel : row) {
                    for (int channel = 0; channel < means.length; channel++) {
                        means[channel] += pixel[channel] / (input.length * input.length);
                    }
                }
            }
            return means;
        }

        private double[] dense(double[] input) {
            float[] weights = values.next();
            float[] biases = values.next();
            double[] logits = new double[CLASSES];
            for (int label = 0; label < CLASSES; label++) {
                logits[label] = biases[label];
                for (int index = 0; index < input.length; index++) {
                    logits[label] += input[index] * weights[index * CLASSES + label];
                }
            }
            return logits;
        }
    }
}
