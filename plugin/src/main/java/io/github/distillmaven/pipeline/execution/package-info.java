/**
 * How a step comes to its result: it lies in {@code target}, is restored from a store, or is made and published; one after the other, side by
 * side, or jointly. Waits for other builds, and keeps what the next build explains itself by.
 */
@NullMarked
package io.github.distillmaven.pipeline.execution;

import org.jspecify.annotations.NullMarked;
