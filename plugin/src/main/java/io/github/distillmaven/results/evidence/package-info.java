/**
 * What the steps of every replicate and arm left on the disk, read and checked: {@code ExperimentFolder} reads it into an
 * {@code Evidence}, {@code Evaluator} computes every metric of every arm on every evaluation set from it.
 */
@NullMarked
package io.github.distillmaven.results.evidence;

import org.jspecify.annotations.NullMarked;
