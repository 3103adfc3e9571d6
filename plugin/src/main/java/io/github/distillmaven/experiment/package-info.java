/**
 * What an experiment is: its arms, how each transfer set is made and each model trained, what is expected of it, the seed streams that
 * everything random draws from, and the record of a step. Immutable; knows nothing of Maven, TensorFlow or files on disk.
 */
@NullMarked
package io.github.distillmaven.experiment;

import org.jspecify.annotations.NullMarked;
