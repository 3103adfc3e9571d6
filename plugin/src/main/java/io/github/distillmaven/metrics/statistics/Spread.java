package io.github.distillmaven.metrics.statistics;

import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * How a measure varies over replicates, taken as independent draws from a normal distribution. With s the standard
 * deviation of n values and t the 0.975 quantile of Student's distribution with n - 1 degrees of freedom, the interval of the
 * mean is mean ± t s/√n, and that of a single further value mean ± t s √(1 + 1/n) (Hahn and Meeker, Statistical Intervals,
 * 1991, chapter 4).
 *
 * @param n number of replicates, at least 1
 * @param mean of their values
 * @param standardDeviation with divisor n - 1; none for one replicate
 * @param meanInterval 95% interval of the mean; none for one replicate
 * @param predictionInterval 95% interval of a single further replicate; none for one replicate
 */
public record Spread(
        int n,
        double mean,
        @Nullable Double standardDeviation,
        @Nullable Range meanInterval,
        @Nullable Range predictionInterval) {

    private static final double TAIL = 0.025;

    /** What rounding alone makes of equal values. */
    private static final double ROUNDING = 1e-12;

    /**
     * Describes values.
     *
     * @param values one per replicate
     * @throws IllegalArgumentException if there is none
     */
    public static Spread of(List<Double> values) {
        int n = values.size();
        if (n == 0) {
            throw new IllegalArgumentException("no replicate has no mean");
        }
        double[] numbers = values.stream().mapToDouble(Double::doubleValue).toArray();
        double mean = Mean.of(numbers).getAsDouble();
        if (n == 1) {
            return new Spread(n, mean, null, null, null);
        }
        double deviation = StandardDeviation.of(numbers).getAsDouble();
        double reach = TDistribution.of(n - 1.0).inverseSurvivalProbability(TAIL) * deviation;
        return new Spread(
                n,
                mean,
                deviation,
                Range.around(mean, reach / Math.sqrt(n)),
                Range.around(mean, reach * Math.sqrt(1 + 1.0 / n)));
    }

    /** Whether there are several values, all of them the same, as of a model that all replicates share. */
    public boolean isConstant() {
        return isConstant(standardDeviation);
    }

    /** Whether a standard deviation is one of equal values; that of a single one, null, is not. */
    public static boolean isConstant(@Nullable Double standardDeviation) {
        return standardDeviation != null && standardDeviation < ROUNDING;
    }

    /** Describes shares, which lie in [0, 1], and so do both intervals. */
    public static Spread ofShares(List<Double> shares) {
        return of(shares).within(0, 1);
    }

    /** The same with both intervals cut off where no value can be. */
    public Spread within(double lowest, double highest) {
        return meanInterval == null || predictionInterval == null
                ? this
                : new Spread(
                        n,
                        mean,
                        standardDeviation,
                        meanInterval.within(lowest, highest),
                        predictionInterval.within(lowest, highest));
    }

    /**
     * Describes by how much one measure exceeds another, replicate by replicate: its mean interval is the paired one.
     *
     * @param first one value per replicate
     * @param second values of the same replicates in the same order
     * @throws IllegalArgumentException if there are not as many of both, or none
     */
    public static Spread ofDifferences(List<Double> first, List<Double> second) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException(
                    "%s values cannot be paired with %s".formatted(first.size(), second.size()));
        }
        return of(IntStream.range(0, first.size())
                .mapToObj(index -> first.get(index) - second.get(index))
                .toList());
    }
}
