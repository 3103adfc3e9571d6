package io.github.distillmaven.results;

import io.github.distillmaven.metrics.Range;

/**
 * What an experiment came to by one metric.
 *
 * @param value mean over the replicates, always finite
 * @param interval of 95 %, within [0, 1] for a share; null if there is none
 * @param basis what the interval covers; null if there is none
 * @param unit of both
 */
public record Measurement(double value, Range interval, Basis basis, Unit unit) {

    /** What an interval covers. */
    public enum Basis {
        /** The choice of test images of one run: Wilson's interval. */
        TEST_SET,
        /** The choice of seeds: the t interval of the mean of several replicates. */
        REPLICATES
    }

    /** What a number counts in. */
    public enum Unit {
        /** Of a whole, in [0, 1]. */
        SHARE,
        /** At least 0; a mean of counts may have a fraction. */
        COUNT
    }

    public boolean isShare() {
        return unit == Unit.SHARE;
    }
}
