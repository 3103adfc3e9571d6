package io.github.distillmaven.results.arms;

import io.github.distillmaven.metrics.statistics.PairedDifference;
import org.jspecify.annotations.Nullable;

/**
 * The treatment's students against those of one control.
 *
 * @param arm of the control
 * @param difference test accuracy of the treatment's student minus that of the control's, paired by replicate; null if nothing was
 *     tested
 * @param adjustedPValue p value of the paired t test, adjusted by Holm's method for as many comparisons as there are controls; null
 *     for one replicate
 */
public record Advantage(
        Arm arm,
        @Nullable PairedDifference difference,
        @Nullable Double adjustedPValue) {}
