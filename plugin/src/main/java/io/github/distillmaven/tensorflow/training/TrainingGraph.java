package io.github.distillmaven.tensorflow.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.tensorflow.graph.Architecture;
import io.github.distillmaven.tensorflow.graph.Dropout;
import io.github.distillmaven.tensorflow.graph.Loss;
import io.github.distillmaven.tensorflow.graph.Objective;
import io.github.distillmaven.tensorflow.graph.OptimizerState;
import io.github.distillmaven.tensorflow.graph.Parameter;
import io.github.distillmaven.tensorflow.graph.StateVariable;
import io.github.distillmaven.tensorflow.graph.UpdateRule;
import io.github.distillmaven.tensorflow.graph.Weights;
import io.github.distillmaven.tensorflow.model.Batch;
import io.github.distillmaven.tensorflow.model.Classifier;
import io.github.distillmaven.tensorflow.model.ModelInput;
import io.github.distillmaven.tensorflow.model.Predictor;
import io.github.distillmaven.tensorflow.model.TrainingPass;
import io.github.distillmaven.tensorflow.model.TrainingSession;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** A classifier, its loss and its updates in one graph, with the session that holds its parameters. */
public final class TrainingGraph implements AutoCloseable {

    private final Graph graph = new Graph();
    private final Session session;
    private final Session predicting;
    private final Ops tf = Ops.create(graph);
    private final Classifier classifier;
    private final TrainingPass pass;
    private final UpdateRule rule;
    private final Placeholder<TFloat32> rate;
    private final Loss loss;
    private final OptimizerState state = new OptimizerState(tf);
    private final Op update;
    private final Op initializer;

    /**
     * Builds the graph. Its variables have no values yet: see {@link #begin}.
     *
     * @param precision what the training steps compute with
     * @param moments normalisation that is applied unless another one is fed
     */
    TrainingGraph(Training training, Precision precision, ModelInput input, Objective objective, Moments moments) {
        classifier = Classifier.build(tf, Architecture.of(training.network()), input, objective.classes(), moments);
        pass = classifier.trainingPass(tf.withSubScope("training"), precision);
        rule = UpdateRule.of(training.optimizer());
        rate = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
        loss = Loss.build(tf, objective, pass.logits());
        update = update(training.optimizer());
        initializer = tf.withControlDependencies(state.initializers()).noOp();
        session = TrainingSession.open(graph, precision);
        predicting = precision == Precision.FLOAT32 ? session : new Session(graph);
    }

    /** Sets every variable to what it is before the first step. */
    void begin(Weights initial) {
        initial.assign(session, parameters());
        session.run(initializer);
    }

    /**
     * What a training step found before it changed the parameters.
     *
     * @param loss of the batch: {@link Loss#mean}
     * @param correct number of examples answered with their label: {@link Loss#correct}
     */
    record StepOutcome(float loss, int correct) {}

    /**
     * Trains on one batch.
     *
     * @param learningRate of this step
     * @param step from 0
     * @param dropout seed of what is dropped in this training
     */
    StepOutcome step(Batch batch, double learningRate, long step, long dropout) {
        try (TFloat32 stepSize = TFloat32.scalarOf((float) rule.stepSize(learningRate, step));
                TInt64 drawing = Dropout.seed(dropout, step);
                Result result = update(batch, stepSize, drawing)
                        .fetch(loss.mean())
                        .fetch(loss.correct())
                        .run()) {
            return new StepOutcome(scalar(result, 0), Math.round(scalar(result, 1)));
        }
    }

    private Session.Runner update(Batch batch, TFloat32 stepSize, TInt64 drawing) {
        Session.Runner runner = update(batch, stepSize);
        pass.dropout().ifPresent(dropped -> runner.feed(dropped.seed(), drawing));
        return runner;
    }

    /** What runs one training step without dropout and fetches nothing. */
    Session.Runner update(Batch batch, TFloat32 stepSize) {
        return session.runner()
                .feed(classifier.input(), batch.values())
                .feed(loss.targets(), batch.targets())
                .feed(rate, stepSize)
                .addTarget(update);
    }

    /** The session that holds the variables. */
    Session session() {
        return session;
    }

    /** Predicts with the parameters as they are now, in single precision, until the next step. */
    Predictor predictor() {
        if (predicting != session) {
            Weights.read(session, parameters()).assign(predicting, parameters());
        }
        return new Predictor(graph, predicting);
    }

    /** The parameters, in the order of the layers, trainable or not. */
    List<Parameter> parameters() {
        return classifier.parameters();
    }

    /** Number of values that follow gradients. */
    long trainedValues() {
        return trainable().stream()
                .mapToLong(variable -> variable.shape().size())
                .sum();
    }

    /** All that training changes: the parameters, then what the optimizer keeps beside them. */
    List<StateVariable> variables() {
        return Stream.concat(parameters().stream().map(Parameter::state), state.variables().stream())
                .toList();
    }

    @Override
    public void close() {
        predicting.close();
        session.close();
        graph.close();
    }

    private static float scalar(Result result, int index) {
        return ((TFloat32) result.get(index)).getFloat();
    }

    private List<Variable<TFloat32>> trainable() {
        return parameters().stream()
                .filter(Parameter::trainable)
                .map(Parameter::variable)
                .toList();
    }

    /**
     * Every update waits until all gradients are there. A parameter that changed earlier would change under the backward pass
     * of another layer, which still reads it, and no two runs would be the same.
     */
    private Op update(Optimizer optimizer) {
        List<Variable<TFloat32>> variables = trainable();
        List<Operand<TFloat32>> gradients = gradients(variables, optimizer);
        Ops gate = tf.withControlDependencies(List.<Op>copyOf(gradients));
        List<Op> updates = new ArrayList<>();
        for (int index = 0; index < gradients.size(); index++) {
            Operand<TFloat32> gradient = gate.identity(gradients.get(index));
            updates.add(rule.update(tf, state, variables.get(index), gradient, rate));
        }
        pass.averages().forEach(average -> updates.add(average.update(gate)));
        return tf.withControlDependencies(updates).noOp();
    }

    private List<Operand<TFloat32>> gradients(List<Variable<TFloat32>> variables, Optimizer optimizer) {
        Output<?>[] ofLoss = graph.addGradients(
                loss.mean().asOutput(),
                variables.stream().map(Variable::asOutput).toArray(Output<?>[]::new));
        List<Operand<TFloat32>> shortened = new GradientLimit(optimizer.clipNorm())
                .shorten(
                        tf,
                        Stream.of(ofLoss)
                                .<Operand<TFloat32>>map(gradient -> gradient.expect(TFloat32.class))
                                .toList());
        float weightDecay = (float) optimizer.weightDecay();
        List<Operand<TFloat32>> gradients = new ArrayList<>();
        for (int index = 0; index < shortened.size(); index++) {
            Operand<TFloat32> gradient = shortened.get(index);
            gradients.add(
                    weightDecay == 0
                            ? gradient
                            : tf.math.add(gradient, tf.math.mul(variables.get(index), tf.constant(weightDecay))));
        }
        return gradients;
    }
}
