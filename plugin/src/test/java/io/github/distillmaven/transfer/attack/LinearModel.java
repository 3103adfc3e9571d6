package io.github.distillmaven.transfer.attack;

import io.github.distillmaven.extension.DifferentiableModel;

/**
 * Logits that are weighted sums of the values of an input.
 *
 * @param weights [classes, values]
 */
record LinearModel(float[][] weights) implements DifferentiableModel {

    @Override
    public int classes() {
        return weights.length;
    }

    @Override
    public float[] logits(float[] inputs) {
        int size = weights[0].length;
        float[] logits = new float[inputs.length / size * classes()];
        for (int index = 0; index < logits.length; index++) {
            for (int value = 0; value < size; value++) {
                logits[index] += weights[index % classes()][value] * inputs[index / classes() * size + value];
            }
        }
        return logits;
    }

    @Override
    public float[] inputGradient(float[] inputs, float[] targets) {
        float[] directions = logits(inputs);
        for (int from = 0; from < directions.length; from += classes()) {
            double sum = 0;
            for (int each = 0; each < classes(); each++) {
                sum += Math.exp(directions[from + each]);
            }
            for (int each = 0; each < classes(); each++) {
                directions[from + each] = (float) (Math.exp(directions[from + each]) / sum - targets[from + each]);
            }
        }
        return along(directions);
    }

    /** As that of two classes: of the one that is not the label. */
    @Override
    public float[] gain(float[] inputs, int[] labels) {
        float[] directions = new float[labels.length * classes()];
        for (int index = 0; index < labels.length; index++) {
            directions[index * classes() + labels[index]] = -1;
            directions[index * classes() + 1 - labels[index]] = 1;
        }
        return along(directions);
    }

    /** How many inputs it answers with these classes. */
    int answered(float[] inputs, int[] labels) {
        float[] logits = logits(inputs);
        int right = 0;
        for (int index = 0; index < labels.length; index++) {
            int best = 0;
            for (int each = 1; each < classes(); each++) {
                best = logits[index * classes() + each] > logits[index * classes() + best] ? each : best;
            }
            right += best == labels[index] ? 1 : 0;
        }
        return right;
    }

    private float[] along(float[] directions) {
        int size = weights[0].length;
        float[] slope = new float[directions.length / classes() * size];
        for (int index = 0; index < slope.length; index++) {
            for (int each = 0; each < classes(); each++) {
                slope[index] += directions[index / size * classes() + each] * weights[each][index % size];
            }
        }
        return slope;
    }
}
