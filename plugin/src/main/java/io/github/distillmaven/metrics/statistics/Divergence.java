package io.github.distillmaven.metrics.statistics;

/**
 * The divergence of Kullback and Leibler (Annals of Mathematical Statistics 22, 1951, 79-86), of distributions that are given by their
 * logits. It is computed of logarithms, in double precision and with Java's own functions: no probability underflows, and it is the
 * same on every machine.
 */
public final class Divergence {

    private Divergence() {}

    /**
     * KL(first || second), the sum over the classes of {@code p (log p - log q)}, of one row.
     *
     * @param first logits of {@code p}, [rows, classes], one row after the other; finite
     * @param second logits of {@code q}, likewise
     * @return in nats, at least 0
     */
    public static double ofRow(float[] first, float[] second, int row, int classes) {
        int from = row * classes;
        double firstTotal = logOfSum(first, from, classes);
        double secondTotal = logOfSum(second, from, classes);
        double sum = 0;
        for (int each = from; each < from + classes; each++) {
            double logP = first[each] - firstTotal;
            double logQ = second[each] - secondTotal;
            sum += StrictMath.exp(logP) * (logP - logQ);
        }
        // Of equal distributions, rounding leaves a little more or less than 0.
        return Math.max(0, sum);
    }

    /** Logarithm of the sum of the exponentials; the largest is taken out first, so that none overflows. */
    private static double logOfSum(float[] logits, int from, int classes) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int each = from; each < from + classes; each++) {
            largest = Math.max(largest, logits[each]);
        }
        double sum = 0;
        for (int each = from; each < from + classes; each++) {
            sum += StrictMath.exp(logits[each] - largest);
        }
        return largest + StrictMath.log(sum);
    }
}
