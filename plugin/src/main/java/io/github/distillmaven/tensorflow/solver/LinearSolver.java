package io.github.distillmaven.tensorflow.solver;

import java.util.List;

import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.tensorflow.graph.Weights;
import io.github.distillmaven.tensorflow.training.Lesson;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.process.WorkerFailure;

/**
 * Solves for the weights and biases of a linear model.
 *
 * @param algorithm one that solves
 * @param classes number of logits
 * @param temperature at which shares of classes are given; 1 for none
 */
public record LinearSolver(Optimizer.Algorithm algorithm, int classes, double temperature) {

    /**
     * Solves.
     *
     * @param lesson with the targets that the algorithm takes
     * @return the weights, [inputs, classes], and the biases
     * @throws WorkerFailure {@link FailureKind#BAD_INPUT} if the lesson has other targets, or there is no such model
     */
    public Weights solve(Lesson lesson) throws WorkerFailure {
        InputMatrix inputs = InputMatrix.of(lesson);
        Targets targets = lesson.examples().targets();
        if (algorithm == Optimizer.Algorithm.LEAST_SQUARES && targets instanceof Targets.Distributions shares) {
            return weights(inputs, new LeastSquares(inputs).solve(new LogitMatrix(shares, temperature)));
        }
        if (algorithm == Optimizer.Algorithm.LARGEST_MARGIN && targets instanceof Targets.Classes labels) {
            return weights(inputs, new LargestMargin(inputs, classes).solve(labels.labels()));
        }
        throw new WorkerFailure(
                FailureKind.BAD_INPUT,
                algorithm == Optimizer.Algorithm.LEAST_SQUARES
                        ? "least squares learn shares of all classes, but the given labels are classes"
                        : "the largest margin is one between classes, but the given labels are shares of all classes",
                "set <optimizer> to 'sgd' or 'adam'");
    }

    /** @param solution one row for each input value, and one for the biases */
    private Weights weights(InputMatrix inputs, double[] solution) {
        float[] weights = new float[(inputs.columns() - 1) * classes];
        float[] biases = new float[classes];
        for (int index = 0; index < solution.length; index++) {
            if (index < weights.length) {
                weights[index] = (float) solution[index];
            } else {
                biases[index - weights.length] = (float) solution[index];
            }
        }
        return new Weights(List.of(weights, biases));
    }
}
