package io.github.distillmaven.tensorflow;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.experiment.Training;
import org.apache.commons.rng.UniformRandomProvider;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * A fixed number of networks for points in one graph, with the session that holds their weights. Nothing that is computed for one
 * depends on what the others hold; since their number is fixed, neither do its last bits. For use by one thread.
 */
final class PointNetworks implements AutoCloseable {

    private static final int COORDINATES = 2;
    private static final int CLASSES = 2;

    private final Graph graph = new Graph();
    private final Session session = TrainingSession.inOwnThread(graph);
    private final Ops tf = Ops.create(graph);
    private final int networks;
    private final Training training;
    private final UpdateRule rule;
    private final StackedLayers layers;
    private final Placeholder<TFloat32> points;
    private final Placeholder<TFloat32> targets;
    private final Placeholder<TFloat32> rate;
    private final Operand<TFloat32> logits;
    private final Operand<TFloat32> losses;
    private final Operand<TFloat32> ascent;
    private final OptimizerState state = new OptimizerState(tf);
    private final Op update;
    private final Op initializer;

    /** @param networks how many there are */
    PointNetworks(Training training, int networks) {
        this.networks = networks;
        this.training = training;
        rule = UpdateRule.of(training.optimizer());
        layers = new StackedLayers(tf, networks);
        points = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(networks, -1, COORDINATES)));
        targets = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(networks, -1, CLASSES)));
        rate = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
        logits = Architecture.of(training.network()).logits(layers, points, CLASSES);
        losses = meanCrossEntropies();
        ascent = ascent();
        update = update();
        initializer = tf.withControlDependencies(state.initializers()).noOp();
    }

    /** How many networks there are. */
    int size() {
        return networks;
    }

    /** What one of the networks begins with. */
    Weights draw(UniformRandomProvider random) {
        return layers.draw(random);
    }

    /** The weights of one network from a row of them all, one after the other. */
    Weights weights(float[] row) {
        return layers.split(row);
    }

    /** Gives every network its weights. */
    void begin(List<Weights> weights) {
        try (NewValues assigned = new NewValues(session)) {
            for (int index = 0; index < layers.variables().size(); index++) {
                StateVariable variable = layers.variables().get(index);
                float[] all = new float[Math.toIntExact(variable.size())];
                int each = all.length / networks;
                for (int network = 0; network < networks; network++) {
                    System.arraycopy(weights.get(network).values().get(index), 0, all, network * each, each);
                }
                assigned.add(
                        variable, TFloat32.tensorOf(variable.variable().shape(), DataBuffers.of(all, true, false)));
            }
            assigned.set();
        }
        session.run(initializer);
    }

    /**
     * Trains every network on its own points, all of them in every step.
     *
     * @param batches one for each network, of the same size, at least 1
     * @return mean cross entropy of each in the last step
     */
    float[] train(List<PointBatch> batches) {
        Optimizer optimizer = training.optimizer();
        LearningRate learningRate = new LearningRate(optimizer.learningRate(), optimizer.schedule(), training.epochs());
        float[] last = new float[networks];
        try (TFloat32 fedPoints = points(batches);
                TFloat32 fedTargets = targets(batches)) {
            for (int step = 0; step < training.epochs(); step++) {
                try (TFloat32 stepSize = TFloat32.scalarOf((float) rule.stepSize(learningRate.at(step), step));
                        Result result = session.runner()
                                .feed(points, fedPoints)
                                .feed(targets, fedTargets)
                                .feed(rate, stepSize)
                                .addTarget(update)
                                .fetch(losses)
                                .run()) {
                    ((TFloat32) result.get(0)).asRawTensor().data().asFloats().read(last);
                }
            }
        }
        return last;
    }

    /**
     * The logits of every network for its own points.
     *
     * @param batches one for each network, of the same size
     * @return of each network the two of each point in turn
     */
    List<float[]> logits(List<PointBatch> batches) {
        try (TFloat32 fed = points(batches);
                Result result = session.runner().feed(points, fed).fetch(logits).run()) {
            return split((TFloat32) result.get(0));
        }
    }

    /**
     * By how much the logit of the other class gains on that of the label when a coordinate grows. For two classes its sign is that
     * of the gradient of the cross entropy, which itself vanishes where a network is certain.
     *
     * @param batches one for each network, of the same size
     * @return of each network x and y of each point in turn
     */
    List<float[]> ascent(List<PointBatch> batches) {
        try (TFloat32 fed = points(batches);
                TFloat32 fedTargets = targets(batches);
                Result result = session.runner()
                        .feed(points, fed)
                        .feed(targets, fedTargets)
                        .fetch(ascent)
                        .run()) {
            return split((TFloat32) result.get(0));
        }
    }

    /** The weights of every network as they are now. */
    List<Weights> weights() {
        List<List<float[]>> each = new ArrayList<>();
        for (int network = 0; network < networks; network++) {
            each.add(new ArrayList<>());
        }
        try (VariableValues values = VariableValues.read(session, layers.variables())) {
            for (int index = 0; index < layers.variables().size(); index++) {
                List<float[]> parts = split(values.of(index));
                for (int network = 0; network < networks; network++) {
                    each.get(network).add(parts.get(network));
                }
            }
        }
        return each.stream().map(Weights::new).toList();
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }

    private List<float[]> split(TFloat32 tensor) {
        float[] all = new float[Math.toIntExact(tensor.size())];
        tensor.asRawTensor().data().asFloats().read(all);
        return split(all);
    }

    private List<float[]> split(float[] all) {
        List<float[]> parts = new ArrayList<>();
        int each = all.length / networks;
        for (int network = 0; network < networks; network++) {
            float[] part = new float[each];
            System.arraycopy(all, network * each, part, 0, each);
            parts.add(part);
        }
        return parts;
    }

    private TFloat32 points(List<PointBatch> batches) {
        TFloat32 tensor = TFloat32.tensorOf(Shape.of(networks, batches.get(0).size(), COORDINATES));
        for (int network = 0; network < networks; network++) {
            float[] coordinates = batches.get(network).points();
            tensor.asRawTensor()
                    .data()
                    .asFloats()
                    .offset((long) network * coordinates.length)
                    .write(coordinates);
        }
        return tensor;
    }

    private TFloat32 targets(List<PointBatch> batches) {
        int size = batches.get(0).size();
        float[] oneHot = new float[networks * size * CLASSES];
        for (int network = 0; network < networks; network++) {
            for (int index = 0; index < size; index++) {
                int label = batches.get(network).labels()[index];
                oneHot[(network * size + index) * CLASSES + label] = 1;
            }
        }
        return TFloat32.tensorOf(Shape.of(networks, size, CLASSES), DataBuffers.of(oneHot, true, false));
    }

    private Operand<TFloat32> meanCrossEntropies() {
        Operand<TFloat32> each =
                tf.nn.softmaxCrossEntropyWithLogits(rows(logits), rows(targets)).loss();
        return tf.math.mean(tf.reshape(each, tf.constant(new int[] {networks, -1})), tf.constant(1));
    }

    private Operand<TFloat32> rows(Operand<TFloat32> operand) {
        return tf.reshape(operand, tf.constant(new int[] {-1, CLASSES}));
    }

    private Operand<TFloat32> ascent() {
        Operand<TFloat32> others = tf.math.sub(tf.constant(1f), tf.math.mul(targets, tf.constant(2f)));
        Operand<TFloat32> margins = tf.reduceSum(tf.math.mul(logits, others), tf.constant(new int[] {0, 1, 2}));
        Output<?>[] gradient = graph.addGradients(margins.asOutput(), new Output<?>[] {points.asOutput()});
        return gradient[0].expect(TFloat32.class);
    }

    /** Gated behind all gradients, as in {@link TrainingGraph}. */
    private Op update() {
        Operand<TFloat32> loss = tf.reduceSum(losses, tf.constant(0));
        Output<?>[] ofLoss = graph.addGradients(
                loss.asOutput(), layers.values().stream().map(Operand::asOutput).toArray(Output<?>[]::new));
        List<Operand<TFloat32>> gradients = new ArrayList<>();
        float weightDecay = (float) training.optimizer().weightDecay();
        for (int index = 0; index < ofLoss.length; index++) {
            Operand<TFloat32> gradient = ofLoss[index].expect(TFloat32.class);
            gradients.add(
                    weightDecay == 0
                            ? gradient
                            : tf.math.add(gradient, tf.math.mul(layers.values().get(index), tf.constant(weightDecay))));
        }
        Ops gate = tf.withControlDependencies(List.<Op>copyOf(gradients));
        List<Op> updates = new ArrayList<>();
        for (int index = 0; index < gradients.size(); index++) {
            Operand<TFloat32> gradient = gate.identity(gradients.get(index));
            updates.add(rule.update(tf, state, layers.variables().get(index).variable(), gradient, rate));
        }
        return tf.withControlDependencies(updates).noOp();
    }
}
