package io.github.distillmaven.results;

import io.github.distillmaven.extension.Unit;
import io.github.distillmaven.metrics.statistics.Range;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment came to by one metric.
 *
 * @param value mean over the replicates, always finite
 * @param interval of 95%, where no value can lie outside of it: of one replicate Wilson's, which covers the choice of test images; of
 *     several the t interval of the mean, which covers that of seeds; null if there is none
 * @param unit of both
 * @param replicates number of them, at least 1
 */
public record Measurement(double value, @Nullable Range interval, Unit unit, int replicates) {

    /** Whether the interval is that of one network, and so says nothing of other seeds. */
    public boolean isOfOneNetwork() {
        return replicates == 1 && interval != null;
    }
}
