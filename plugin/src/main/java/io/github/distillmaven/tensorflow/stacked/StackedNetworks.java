package io.github.distillmaven.tensorflow.stacked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.tensorflow.graph.NewValues;
import io.github.distillmaven.tensorflow.graph.StateVariable;
import io.github.distillmaven.tensorflow.graph.VariableValues;
import io.github.distillmaven.tensorflow.graph.Weights;
import io.github.distillmaven.tensorflow.model.TrainingSession;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/**
 * Several dense networks of one architecture in one graph, with the session that holds their weights. For use by one thread, in which
 * all operations run, one after the other.
 *
 * <p>What is computed for one depends on its place, and on nothing else: not on what the others hold, nor on how many they are. Measured
 * on the weights after 1000 steps, bit by bit, with 2, 3, 4, 5, 8, 16 and 32 networks, one and several threads, with and without oneDNN.
 * In another place a network may end with other last bits, since TensorFlow sums the gradients of biases in vectors of several units, and
 * those at the edge of such a vector in another order: two places whose distance is 2 gave the same bits where layers have 100 units.
 * A network that stands alone has other bits too, since its products are split among threads in another way. Hence there are {@value
 * #FEWEST} at least, and a model's place belongs into its key; the number of networks does not.
 */
final class StackedNetworks implements AutoCloseable {

    static final int FEWEST = 2;

    private final Graph graph = new Graph();
    private final Session session = TrainingSession.inOwnThread(graph);
    private final StackedKind kind;
    private final int networks;
    private final StackedGraph stacked;
    private final Map<Rule, StackedUpdate> updates = new HashMap<>();
    private @Nullable Output<TFloat32> gradient;
    private @Nullable Output<TFloat32> gradientAlong;

    /** @param networks how many there are, at least {@value #FEWEST} */
    StackedNetworks(StackedKind kind, int networks) {
        if (networks < FEWEST) {
            throw new IllegalArgumentException(networks + " networks are not side by side");
        }
        this.kind = kind;
        this.networks = networks;
        stacked = new StackedGraph(graph, kind, networks);
    }

    /** How many networks there are. */
    int size() {
        return networks;
    }

    /** Their architecture, and what they are for. */
    StackedKind kind() {
        return kind;
    }

    private record Rule(boolean auxiliary, Optimizer optimizer, double temperature) {}

    /**
     * What trains them; see {@link StackedGraph#losses}.
     *
     * @param auxiliary whether the logits count that stand for no class; else the others
     */
    StackedUpdate update(boolean auxiliary, Optimizer optimizer, double temperature) {
        return updates.computeIfAbsent(
                new Rule(auxiliary, optimizer, temperature),
                rule -> new StackedUpdate(
                        this,
                        session,
                        stacked,
                        rule.auxiliary() ? stacked.auxiliary() : stacked.classes(),
                        rule.optimizer(),
                        rule.temperature()));
    }

    /** What one of the networks begins with. */
    Weights draw(UniformRandomProvider random) {
        return stacked.layers().draw(random);
    }

    /** Number of weights and biases of one network. */
    int weightsOfOne() {
        return Math.toIntExact(stacked.layers().variables().stream()
                        .mapToLong(StateVariable::size)
                        .sum()
                / networks);
    }

    /** The weights of one network from a row of them all, one after the other. */
    Weights weights(float[] row) {
        return stacked.layers().split(row);
    }

    /** Gives every network its weights. */
    void begin(List<Weights> weights) {
        List<StateVariable> variables = stacked.layers().variables();
        try (NewValues assigned = new NewValues(session)) {
            for (int index = 0; index < variables.size(); index++) {
                StateVariable variable = variables.get(index);
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
    }

    /** A batch for each network, of this size. */
    StackedBatch batch(int size) {
        return new StackedBatch(kind.shape(), kind.outputs(), networks, size);
    }

    /** The normalisations of the networks, one for each. */
    StackedMoments moments(List<Moments> each) {
        return StackedMoments.of(kind.shape(), each);
    }

    /**
     * The logits of every network for its batch.
     *
     * @return of each network [n, classes]
     */
    List<float[]> logits(StackedBatch batch, StackedMoments moments) {
        return logits(stacked.classes(), batch, moments);
    }

    /**
     * Those logits that stand for no class.
     *
     * @return of each network [n, auxiliary]
     */
    List<float[]> auxiliary(StackedBatch batch, StackedMoments moments) {
        return logits(stacked.auxiliary(), batch, moments);
    }

    private List<float[]> logits(StackedGraph.Head head, StackedBatch batch, StackedMoments moments) {
        try (Result result = on(batch.values(), moments).fetch(head.logits()).run()) {
            return split(all(result));
        }
    }

    /**
     * The gradient of the cross entropy with respect to every value of an example.
     *
     * @param batch with targets
     * @return of each network as many as there are values in its batch
     */
    List<float[]> inputGradients(StackedBatch batch, StackedMoments moments) {
        if (gradient == null) {
            gradient = stacked.gradient();
        }
        try (Result result = on(batch.values(), moments)
                .feed(stacked.targets(), batch.targets())
                .fetch(gradient)
                .run()) {
            return split(all(result));
        }
    }

    /**
     * The gradient of a sum of logits with respect to every value of an example.
     *
     * @param directions [n, classes]: how much each logit counts, the same for all networks
     * @return of each network as many as there are values in its batch
     */
    List<float[]> inputGradients(StackedBatch batch, StackedMoments moments, float[] directions) {
        if (gradientAlong == null) {
            gradientAlong = stacked.gradientAlong();
        }
        try (TFloat32 fed = TFloat32.tensorOf(Shape.of(networks, batch.size(), kind.classes()));
                Result result = on(batch.values(), moments)
                        .feed(stacked.directions(), repeated(directions, fed))
                        .fetch(gradientAlong)
                        .run()) {
            return split(all(result));
        }
    }

    /** The weights of every network as they are now. */
    List<Weights> weights() {
        List<List<float[]>> each = new ArrayList<>();
        for (int network = 0; network < networks; network++) {
            each.add(new ArrayList<>());
        }
        List<StateVariable> variables = stacked.layers().variables();
        try (VariableValues values = VariableValues.read(session, variables)) {
            for (int index = 0; index < variables.size(); index++) {
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

    private TFloat32 repeated(float[] each, TFloat32 tensor) {
        for (int network = 0; network < networks; network++) {
            tensor.asRawTensor()
                    .data()
                    .asFloats()
                    .offset((long) network * each.length)
                    .write(each);
        }
        return tensor;
    }

    /** What runs the networks on values. */
    Session.Runner on(TFloat32 values, StackedMoments moments) {
        return session.runner()
                .feed(stacked.values(), values)
                .feed(stacked.means(), moments.means())
                .feed(stacked.deviations(), moments.deviations());
    }

    static void read(Result result, int index, float[] into) {
        ((TFloat32) result.get(index)).asRawTensor().data().asFloats().read(into);
    }

    private static float[] all(Result result) {
        float[] all = new float[Math.toIntExact(((TFloat32) result.get(0)).size())];
        read(result, 0, all);
        return all;
    }

    private List<float[]> split(float[] all) {
        int each = all.length / networks;
        return IntStream.range(0, networks)
                .mapToObj(network -> Arrays.copyOfRange(all, network * each, (network + 1) * each))
                .toList();
    }
}
