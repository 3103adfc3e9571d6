package io.github.distillmaven.tensorflow.solver;

import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.process.WorkerFailure;

/**
 * The linear model with the smallest sum of squares of weights and biases under which the logit of every example's class is larger by 1
 * than those of the other classes. Gradient descent on the cross entropy from zero tends to its direction (Soudry et al., The Implicit
 * Bias of Gradient Descent on Separable Data, 2018). Found by coordinate ascent in the dual (Hsieh et al., A Dual Coordinate Descent
 * Method for Large-scale Linear SVM, 2008), one example and one other class after the other.
 *
 * @param classes number of logits
 */
record LargestMargin(InputMatrix inputs, int classes) {

    /** By how much a margin may miss what it should be. */
    private static final double TOLERANCE = 1e-4;

    /** Rounds after which no model is expected any more, and so many multiplications. */
    private static final int MOST_ROUNDS = 500_000;

    private static final double MOST_PRODUCTS = 2e10;

    /**
     * Solves.
     *
     * @param labels one for each example
     * @return [columns, classes]
     * @throws WorkerFailure if no linear model separates them
     */
    double[] solve(int[] labels) throws WorkerFailure {
        double[] weights = new double[inputs.columns() * classes];
        double[] multipliers = new double[labels.length * classes];
        double[] squares = squares();
        double productsOfRound = 2.0 * inputs.values().length * (classes - 1);
        double rounds = Math.min(MOST_ROUNDS, MOST_PRODUCTS / productsOfRound);
        for (int round = 0; round < rounds; round++) {
            double worst = 0;
            for (int example = 0; example < labels.length; example++) {
                for (int rival = 0; rival < classes; rival++) {
                    if (rival != labels[example]) {
                        int place = example * classes + rival;
                        double missing = 1 - margin(weights, example, labels[example], rival);
                        worst = Math.max(worst, multipliers[place] > 0 ? Math.abs(missing) : missing);
                        double next = Math.max(0, multipliers[place] + missing / (2 * squares[example]));
                        move(weights, example, labels[example], rival, next - multipliers[place]);
                        multipliers[place] = next;
                    }
                }
            }
            if (worst < TOLERANCE) {
                return weights;
            }
        }
        throw new WorkerFailure(
                FailureKind.BAD_INPUT,
                "no linear model was found that gives all %s examples their labels".formatted(labels.length),
                "set <optimizer> to 'sgd' or 'adam', which need none");
    }

    private double margin(double[] weights, int example, int label, int rival) {
        double margin = 0;
        for (int column = 0; column < inputs.columns(); column++) {
            margin += inputs.at(example, column)
                    * (weights[column * classes + label] - weights[column * classes + rival]);
        }
        return margin;
    }

    private void move(double[] weights, int example, int label, int rival, double step) {
        if (step == 0) {
            return;
        }
        for (int column = 0; column < inputs.columns(); column++) {
            double change = step * inputs.at(example, column);
            weights[column * classes + label] += change;
            weights[column * classes + rival] -= change;
        }
    }

    private double[] squares() {
        double[] squares = new double[inputs.rows()];
        for (int row = 0; row < inputs.rows(); row++) {
            for (int column = 0; column < inputs.columns(); column++) {
                squares[row] += inputs.at(row, column) * inputs.at(row, column);
            }
        }
        return squares;
    }
}
