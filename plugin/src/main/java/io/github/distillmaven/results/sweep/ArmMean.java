package io.github.distillmaven.results.sweep;

import io.github.distillmaven.metrics.TestAccuracy;
import io.github.distillmaven.results.Results;
import org.jspecify.annotations.Nullable;

/**
 * All models of one arm of a cell.
 *
 * @param role {@code teacher}, {@code treatment}, {@code control} or {@code comparison}
 * @param testAccuracy mean over the replicates; null if nothing was tested
 * @param interval of 95%: the t interval of the mean, or of one replicate Wilson's; null if there is none
 * @param agreement mean share of the test set that the teacher answers alike; null if it is not known, and of teachers
 */
public record ArmMean(
        String role,
        @Nullable Double testAccuracy,
        Results.@Nullable Bounds interval,
        @Nullable Double agreement) {

    static ArmMean of(String arm, Results results) {
        Results.Measured measured = results.summary().arm(arm);
        Results.Statistics test = measured.test();
        return new ArmMean(
                measured.role(),
                test == null ? null : (Double) test.mean(),
                interval(arm, results),
                agreement(arm, results));
    }

    private static Results.@Nullable Bounds interval(String arm, Results results) {
        Results.Statistics test = results.summary().arm(arm).test();
        if (test != null && test.meanInterval() != null) {
            return test.meanInterval();
        }
        Results.Value single = results.replicates().get(0).arm(arm).value(TestAccuracy.LABEL);
        return results.replicates().size() > 1 || single.low() == null || single.high() == null
                ? null
                : new Results.Bounds(single.low(), single.high());
    }

    private static @Nullable Double agreement(String arm, Results results) {
        double mean = results.replicates().stream()
                .mapToDouble(replicate -> replicate.arm(arm).value("agreement").number())
                .average()
                .orElse(Double.NaN);
        return Double.isNaN(mean) ? null : (Double) mean;
    }

    /** Mean test accuracy; NaN if nothing was tested. */
    public double accuracy() {
        return testAccuracy == null ? Double.NaN : testAccuracy;
    }
}
