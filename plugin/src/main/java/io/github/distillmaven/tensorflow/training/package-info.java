/**
 * The training of one network: {@code Trainer} loops over the batches of a {@code TrainingGraph} until its {@code TrainingState} is finished,
 * and {@code Checkpointer} keeps both on the disk. What a network learns, and in which order, is the same for one trained side by side.
 */
@NullMarked
package io.github.distillmaven.tensorflow.training;

import org.jspecify.annotations.NullMarked;
