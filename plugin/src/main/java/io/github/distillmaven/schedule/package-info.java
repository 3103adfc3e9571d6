/** Courses of the learning rate, one class each: see {@link io.github.distillmaven.extension.training.Schedule}. */
@NullMarked
package io.github.distillmaven.schedule;

import org.jspecify.annotations.NullMarked;
