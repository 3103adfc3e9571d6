package io.github.distillmaven.tensorflow.graph;

import io.github.distillmaven.experiment.Optimizer;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** How one parameter follows its gradient. */
public interface UpdateRule {

    /**
     * Adds the update of one parameter to a graph.
     *
     * @param state makes the variables that the rule keeps for the parameter
     * @param rate scalar, what {@link #stepSize} gives
     */
    Op update(
            Ops tf,
            OptimizerState state,
            Variable<TFloat32> parameter,
            Operand<TFloat32> gradient,
            Operand<TFloat32> rate);

    /**
     * What is fed as rate.
     *
     * @param learningRate of the step
     * @param step from 0
     */
    double stepSize(double learningRate, long step);

    static UpdateRule of(Optimizer optimizer) {
        return switch (optimizer.algorithm()) {
            case SGD -> new MomentumUpdate((float) optimizer.momentum());
            case ADAM -> new AdamUpdate();
            case LEAST_SQUARES, LARGEST_MARGIN ->
                throw new IllegalArgumentException(optimizer.algorithm() + " takes no steps");
        };
    }
}
