package io.github.distillmaven.metrics.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How often something was so, out of how often it was looked at: an accuracy, an agreement.
 *
 * @param successes in [0, {@code trials}]
 * @param trials at least 0
 */
public record Proportion(int successes, int trials) {

    /** The 0.975 quantile of the standard normal distribution. */
    private static final double Z = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025);

    public Proportion {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " of " + trials + " is not a proportion");
        }
    }

    /** Share of successes, in [0, 1]; NaN without trials. */
    public double value() {
        return successes / (double) trials;
    }

    /**
     * The 95% score interval of Wilson (Journal of the American Statistical Association 22, 1927, 209-212): with
     * p successes per trial, n trials and z = 1.96,
     * (p + z²/2n ± z √(p(1 - p)/n + z²/4n²)) / (1 + z²/n).
     * For one model it covers the sampling of the test set alone, not that of seeds. [0, 1] without trials.
     */
    public Interval wilson() {
        if (trials == 0) {
            return new Interval(0, 1);
        }
        double n = trials;
        double p = value();
        double centre = p + Z * Z / (2 * n);
        double reach = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        // At 0 and n successes one bound is exact; rounding must not push it outside.
        double low = successes == 0 ? 0 : (centre - reach) / scale;
        double high = successes == trials ? 1 : (centre + reach) / scale;
        return new Interval(low, high);
    }
}
