package io.github.distillmaven.tensorflow.stacked;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.tensorflow.graph.OptimizerState;
import io.github.distillmaven.tensorflow.graph.UpdateRule;
import io.github.distillmaven.tensorflow.training.GradientLimit;
import io.github.distillmaven.tensorflow.training.TrainingGraph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Trains several networks by one rule, step by step. */
final class StackedUpdate {

    private final StackedNetworks networks;
    private final Session session;
    private final StackedGraph stacked;
    private final Ops tf;
    private final UpdateRule rule;
    private final OptimizerState state;
    private final Placeholder<TFloat32> rate;
    private final Operand<TFloat32> losses;
    private final Operand<TFloat32> correct;
    private final Op update;
    private final Op initializer;

    /**
     * Adds the updates to a graph.
     *
     * @param head which logits learn
     * @param temperature see {@link StackedGraph#losses}
     */
    StackedUpdate(
            StackedNetworks networks,
            Session session,
            StackedGraph stacked,
            StackedGraph.Head head,
            Optimizer optimizer,
            double temperature) {
        this.networks = networks;
        this.session = session;
        this.stacked = stacked;
        tf = stacked.tf();
        rule = UpdateRule.of(optimizer);
        state = new OptimizerState(tf);
        rate = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
        losses = stacked.losses(head, (float) temperature);
        correct = countsOfCorrect(head);
        update = update((float) optimizer.weightDecay(), new GradientLimit(optimizer.clipNorm()));
        initializer = tf.withControlDependencies(state.initializers()).noOp();
    }

    /** To be called before the first step. */
    void begin() {
        session.run(initializer);
    }

    /**
     * Trains every network on its batch.
     *
     * @param step from 0
     * @param found gets the mean cross entropy of each
     */
    void step(StackedBatch batch, StackedMoments moments, double learningRate, long step, float[] found) {
        try (TFloat32 stepSize = TFloat32.scalarOf((float) rule.stepSize(learningRate, step));
                Result result = on(batch, moments, stepSize).fetch(losses).run()) {
            StackedNetworks.read(result, 0, found);
        }
    }

    /**
     * The same.
     *
     * @param right gets how many examples each answered with their target before the step
     */
    void step(
            StackedBatch batch, StackedMoments moments, double learningRate, long step, float[] found, float[] right) {
        try (TFloat32 stepSize = TFloat32.scalarOf((float) rule.stepSize(learningRate, step));
                Result result = on(batch, moments, stepSize)
                        .fetch(losses)
                        .fetch(correct)
                        .run()) {
            StackedNetworks.read(result, 0, found);
            StackedNetworks.read(result, 1, right);
        }
    }

    private Session.Runner on(StackedBatch batch, StackedMoments moments, TFloat32 stepSize) {
        return networks.on(batch.values(), moments)
                .feed(stacked.targets(), batch.targets())
                .feed(rate, stepSize)
                .addTarget(update);
    }

    private Operand<TFloat32> countsOfCorrect(StackedGraph.Head head) {
        Operand<TFloat32> right = tf.dtypes.cast(
                tf.math.equal(
                        tf.math.argMax(head.logits(), tf.constant(2)), tf.math.argMax(head.targets(), tf.constant(2))),
                TFloat32.class);
        return tf.reduceSum(right, tf.constant(1));
    }

    /** Gated behind all gradients, as in {@link TrainingGraph}. */
    private Op update(float weightDecay, GradientLimit limit) {
        List<Operand<TFloat32>> values = stacked.layers().values();
        List<Operand<TFloat32>> gradients = new ArrayList<>();
        for (Operand<TFloat32> gradient : limit.shortenEach(tf, stacked.gradientsOfWeights(losses))) {
            Operand<TFloat32> value = values.get(gradients.size());
            gradients.add(
                    weightDecay == 0 ? gradient : tf.math.add(gradient, tf.math.mul(value, tf.constant(weightDecay))));
        }
        Ops gate = tf.withControlDependencies(List.<Op>copyOf(gradients));
        List<Op> updates = new ArrayList<>();
        for (int index = 0; index < gradients.size(); index++) {
            Operand<TFloat32> gradient = gate.identity(gradients.get(index));
            updates.add(rule.update(
                    tf, state, stacked.layers().variables().get(index).variable(), gradient, rate));
        }
        return tf.withControlDependencies(updates).noOp();
    }
}
