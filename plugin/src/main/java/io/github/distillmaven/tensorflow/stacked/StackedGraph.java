package io.github.distillmaven.tensorflow.stacked;

import java.util.Arrays;
import java.util.List;

import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.tensorflow.gpu.CrossEntropy;
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
    private final Head classes;
    private final Head auxiliary;
    private final StackedLayers layers;
    private final Placeholder<TFloat32> values;
    private final Placeholder<TFloat32> means;
    private final Placeholder<TFloat32> deviations;
    private final Placeholder<TFloat32> targets;
    private final Placeholder<TFloat32> directions;

    /**
     * Those logits of several networks that a loss is about, beside what they are held against.
     *
     * @param tf adds to their graph
     * @param logits [networks, n, count]
     * @param targets likewise
     * @param count how many there are of each network
     */
    record Head(Ops tf, Operand<TFloat32> logits, Operand<TFloat32> targets, int count) {

        /**
         * Some of the outputs, or all of them.
         *
         * @param outputs [networks, n, all]
         * @param targets likewise
         * @param from the first one
         */
        static Head of(Ops tf, Operand<TFloat32> outputs, Operand<TFloat32> targets, int from, int count, int all) {
            return count == all
                    ? new Head(tf, outputs, targets, count)
                    : new Head(tf, part(tf, outputs, from, count), part(tf, targets, from, count), count);
        }

        /** [networks * n, count], of what has its shape. */
        Operand<TFloat32> rows(Operand<TFloat32> operand) {
            return tf.reshape(operand, tf.constant(new int[] {-1, count}));
        }

        private static Operand<TFloat32> part(Ops tf, Operand<TFloat32> all, int from, int count) {
            return tf.slice(all, tf.constant(new int[] {0, 0, from}), tf.constant(new int[] {-1, -1, count}));
        }
    }

    StackedGraph(Graph graph, StackedKind kind, int networks) {
        this.graph = graph;
        this.tf = Ops.create(graph);
        this.networks = networks;
        ExampleShape shape = kind.shape();
        layers = new StackedLayers(tf, networks);
        values = placeholder(StackedBatch.ofExamples(shape, networks, -1));
        means = placeholder(StackedMoments.shapeFor(shape, networks));
        deviations = placeholder(StackedMoments.shapeFor(shape, networks));
        targets = placeholder(Shape.of(networks, -1, kind.outputs()));
        directions = placeholder(Shape.of(networks, -1, kind.classes()));
        Operand<TFloat32> normalised = tf.math.div(tf.math.sub(values, means), deviations);
        Operand<TFloat32> outputs = Architecture.of(kind.network()).logits(layers, normalised, kind.classes());
        classes = Head.of(tf, outputs, targets, 0, kind.classes(), kind.outputs());
        auxiliary = Head.of(tf, outputs, targets, kind.classes(), kind.auxiliary(), kind.outputs());
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

    /** [networks, n, outputs]. */
    Placeholder<TFloat32> targets() {
        return targets;
    }

    /** [networks, n, classes]: how much each logit counts in {@link #gradientAlong}. */
    Placeholder<TFloat32> directions() {
        return directions;
    }

    /** What stands for the classes. */
    Head classes() {
        return classes;
    }

    /** What stands for no class. */
    Head auxiliary() {
        return auxiliary;
    }

    /** Adds the gradient of the sum of the cross entropies with respect to the values. */
    Output<TFloat32> gradient() {
        Operand<TFloat32> each =
                CrossEntropy.ofEach(tf, classes.rows(classes.logits()), classes.rows(classes.targets()));
        return withRespectToValues(tf.reduceSum(each, tf.constant(0)));
    }

    /** Adds the gradient of the logits, each times its direction, with respect to the values. */
    Output<TFloat32> gradientAlong() {
        return withRespectToValues(
                tf.reduceSum(tf.math.mul(classes.logits(), directions), tf.constant(new int[] {0, 1, 2})));
    }

    /**
     * Adds the mean cross entropy of each batch, [networks]: at a temperature as in {@link Loss}.
     *
     * @param head which logits count
     * @param temperature what logits are divided by before they are held against the targets
     */
    Operand<TFloat32> losses(Head head, float temperature) {
        boolean plain = temperature == 1;
        Operand<TFloat32> each = CrossEntropy.ofEach(
                tf,
                head.rows(plain ? head.logits() : tf.math.div(head.logits(), tf.constant(temperature))),
                head.rows(head.targets()));
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
}
