package io.github.distillmaven.transfer;

/** exp(z / T) over the sum of its row, where z are logits and T is a temperature. */
final class Softmax {

    private Softmax() {}

    /**
     * Computes that of one row.
     *
     * @param from place of its first logit
     * @param count number of its logits
     * @param shares gets the result, from {@code to} on
     */
    static void of(float[] logits, int from, int count, double temperature, float[] shares, int to) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int index = from; index < from + count; index++) {
            largest = Math.max(largest, logits[index]);
        }
        double[] weights = new double[count];
        double sum = 0;
        for (int index = 0; index < count; index++) {
            weights[index] = StrictMath.exp((logits[from + index] - largest) / temperature);
            sum += weights[index];
        }
        for (int index = 0; index < count; index++) {
            shares[to + index] = (float) (weights[index] / sum);
        }
    }
}
