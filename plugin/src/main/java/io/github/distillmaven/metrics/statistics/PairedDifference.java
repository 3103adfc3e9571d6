package io.github.distillmaven.metrics.statistics;

import java.util.List;

import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.TTest;
import org.jspecify.annotations.Nullable;

/**
 * By how much one measure exceeds another over the same replicates, which are paired: what two models of one seed share, such as
 * their teacher, does not count as scatter.
 *
 * @param spread of the differences
 * @param atLeast lower bound of their mean, one-sided, of 95%: mean - t s/√n with the 0.95 quantile t of Student's distribution with
 *     n - 1 degrees of freedom; none for one replicate
 * @param pValue of the paired t test, two-sided: how probable so large a mean difference is if there is none; none for one replicate
 */
public record PairedDifference(
        Spread spread, @Nullable Double atLeast, @Nullable Double pValue) {

    private static final double TAIL = 0.05;

    /**
     * Compares two measures.
     *
     * @param first one value per replicate
     * @param second values of the same replicates in the same order
     * @throws IllegalArgumentException if there are not as many of both, or none
     */
    public static PairedDifference of(List<Double> first, List<Double> second) {
        Spread spread = Spread.ofDifferences(first, second);
        Double deviation = spread.standardDeviation();
        if (deviation == null) {
            return new PairedDifference(spread, null, null);
        }
        double t = TDistribution.of(spread.n() - 1.0).inverseSurvivalProbability(TAIL);
        double atLeast = spread.mean() - t * deviation / Math.sqrt(spread.n());
        return new PairedDifference(spread, atLeast, deviation == 0 ? certainty(spread.mean()) : pValue(first, second));
    }

    /** The same for shares, whose differences lie in [-1, 1], and so do all bounds. */
    public static PairedDifference ofShares(List<Double> first, List<Double> second) {
        PairedDifference difference = of(first, second);
        return new PairedDifference(
                difference.spread.within(-1, 1),
                difference.atLeast == null ? null : Math.max(-1, difference.atLeast),
                difference.pValue);
    }

    /** Whether the lower bound exceeds {@code by}. One replicate never does. */
    public boolean exceeds(double by) {
        return atLeast != null && atLeast > by;
    }

    /** Where nothing scatters. */
    private static double certainty(double mean) {
        return mean == 0 ? 1 : 0;
    }

    private static double pValue(List<Double> first, List<Double> second) {
        return TTest.withDefaults().pairedTest(numbers(first), numbers(second)).getPValue();
    }

    private static double[] numbers(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
