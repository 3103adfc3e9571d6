package io.github.distillmaven.tensorflow.stacked;

import java.util.Arrays;
import java.util.List;

import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.tensorflow.graph.Architecture;
import io.github.distillmaven.tensorflow.graph.Loss;
import io.github.distillmaven.tensorflow.graph.StackedLayers;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Several networks of one architecture in one graph, with their losses and gradients. */
final class StackedGraph {

    private final Graph graph;
    private final Ops tf;
    private final int networks;
    private final int classes;
    private final StackedLayers layers;
    private final Placeholder<TFloat32> values;
    private final Placeholder<TFloat32> means;
    private final Placeholder<TFloat32> deviations;
    private final Placeholder<TFloat32> targets;
    private final Placeholder<TFloat32> directions;
    private final Operand<TFloat32> logits;

    StackedGraph(Graph graph, StackedKind kind, int networks) {
        this.graph = graph;
        this.tf = Ops.create(graph);
        this.networks = networks;
        this.classes = kind.classes();
        ExampleShape shape = kind.shape();
        layers = new StackedLayers(tf, networks);
        values = placeholder(StackedBatch.ofExamples(shape, networks, -1));
        means = placeholder(StackedMoments.shapeFor(shape, networks));
        deviations = placeholder(StackedMoments.shapeFor(shape, networks));
        targets = placeholder(Shape.of(networks, -1, classes));
        directions = placeholder(Shape.of(networks, -1, classes));
        Operand<TFloat32> normalised = tf.math.div(tf.math.sub(values, means), deviations);
        logits = Architecture.of(kind.network()).logits(layers, normalised, classes);
    }

    /** Adds to the graph. */
    Ops tf() {
        return tf;
    }

    StackedLayers layers() {
        return layers;
    }

    /** [networks, n, ...], before they are normalised. */
    Placeholder<TFloat32> values() {
        return values;
    }

    /** [networks, 1, ..., channels]. */
    Placeholder<TFloat32> means() {
        return means;
    }

    /** [networks, 1, ..., channels]. */
    Placeholder<TFloat32> deviations() {
        return deviations;
    }

    /** [networks, n, classes]. */
    Placeholder<TFloat32> targets() {
        return targets;
    }

    /** [networks, n, classes]: how much each logit counts in {@link #gradientAlong}. */
    Placeholder<TFloat32> directions() {
        return directions;
    }

    /** [networks, n, classes]. */
    Operand<TFloat32> logits() {
        return logits;
    }

    /** Adds the gradient of the sum of the cross entropies with respect to the values. */
    Output<TFloat32> gradient() {
        Operand<TFloat32> each =
                tf.nn.softmaxCrossEntropyWithLogits(rows(logits), rows(targets)).loss();
        return withRespectToValues(tf.reduceSum(each, tf.constant(0)));
    }

    /** Adds the gradient of the logits, each times its direction, with respect to the values. */
    Output<TFloat32> gradientAlong() {
        return withRespectToValues(tf.reduceSum(tf.math.mul(logits, directions), tf.constant(new int[] {0, 1, 2})));
    }

    /**
     * Adds the mean cross entropy of each batch, [networks]: at a temperature as in {@link Loss}.
     *
     * @param temperature what logits are divided by before they are held against the targets
     */
    Operand<TFloat32> losses(float temperature) {
        boolean plain = temperature == 1;
        Operand<TFloat32> each = tf.nn.softmaxCrossEntropyWithLogits(
                        rows(plain ? logits : tf.math.div(logits, tf.constant(temperature))), rows(targets))
                .loss();
        Operand<TFloat32> means = tf.math.mean(tf.reshape(each, tf.constant(new int[] {networks, -1})), tf.constant(1));
        return plain ? means : tf.math.mul(means, tf.constant(temperature * temperature));
    }

    /** Adds the gradients of the sum of the losses with respect to the weights and biases of each layer in turn. */
    List<Operand<TFloat32>> gradientsOfWeights(Operand<TFloat32> losses) {
        Operand<TFloat32> loss = tf.reduceSum(losses, tf.constant(0));
        Output<?>[] ofLoss = graph.addGradients(
                loss.asOutput(), layers.values().stream().map(Operand::asOutput).toArray(Output<?>[]::new));
        return Arrays.stream(ofLoss)
                .<Operand<TFloat32>>map(gradient -> gradient.expect(TFloat32.class))
                .toList();
    }

    private Output<TFloat32> withRespectToValues(Operand<TFloat32> scalar) {
        return graph.addGradients(scalar.asOutput(), new Output<?>[] {values.asOutput()})[0].expect(TFloat32.class);
    }

    private Placeholder<TFloat32> placeholder(Shape shape) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(shape));
    }

    private Operand<TFloat32> rows(Operand<TFloat32> operand) {
        return tf.reshape(operand, tf.constant(new int[] {-1, classes}));
    }
}
