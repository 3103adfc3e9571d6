/**
 * What several numbers come to: intervals, their spread over seeds, effects, corrections for many tests, and the verdict on a
 * published value. Knows no predictions.
 */
@NullMarked
package io.github.distillmaven.metrics.statistics;

import org.jspecify.annotations.NullMarked;
