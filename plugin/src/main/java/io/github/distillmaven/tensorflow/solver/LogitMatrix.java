package io.github.distillmaven.tensorflow.solver;

import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.process.WorkerFailure;

/**
 * The logits behind shares of classes: their logarithms times the temperature. Shares leave open what is added to all logits of an
 * example; here their mean is 0, so that those of a linear model are linear in its inputs.
 *
 * @param temperature of the softmax that gave the shares
 */
record LogitMatrix(Targets.Distributions shares, double temperature) {

    int classes() {
        return shares.classes();
    }

    /**
     * The logits.
     *
     * @return [n, classes]
     * @throws WorkerFailure if a share is 0
     */
    double[] values() throws WorkerFailure {
        int classes = shares.classes();
        double[] values = new double[shares.rows().length];
        for (int from = 0; from < values.length; from += classes) {
            double mean = 0;
            for (int index = from; index < from + classes; index++) {
                values[index] = temperature * Math.log(shares.rows()[index]);
                mean += values[index] / classes;
            }
            if (Double.isInfinite(mean)) {
                throw new WorkerFailure(
                        FailureKind.BAD_INPUT,
                        "least squares learn logits, but the given share of a class is 0, which is that of none",
                        "raise <transfer><temperature>, which is " + temperature);
            }
            for (int index = from; index < from + classes; index++) {
                values[index] -= mean;
            }
        }
        return values;
    }
}
