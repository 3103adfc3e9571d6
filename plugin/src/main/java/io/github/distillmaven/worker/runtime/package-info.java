/**
 * Where TensorFlow's jars come from: {@code RuntimeResolver} asks for those of this {@code Platform}, and {@code Processor} says whether it
 * can run them.
 */
@NullMarked
package io.github.distillmaven.worker.runtime;

import org.jspecify.annotations.NullMarked;
