/**
 * Models that somebody else made, as teachers: {@code GivenModel} loads one and asks it, {@code ModelEnds} finds its input and output,
 * {@code FedValues} brings images into the form that it takes, and {@code DryRun} tries it before it is used.
 */
@NullMarked
package io.github.distillmaven.tensorflow.given;

import org.jspecify.annotations.NullMarked;
