/**
 * The work of the forked JVM, in TensorFlow's graph mode: {@code TensorFlowWorker} is its main class, {@code TensorFlowTask} gives each request
 * to the task that does it. {@code graph} holds networks, {@code model} what answers, {@code training} and {@code stacked} what
 * trains. Only these packages know {@code org.tensorflow}. The engine keeps to the API that TensorFlow Java 0.5.0 and 1.1.0 share, so
 * that one engine runs on every runtime.
 */
@NullMarked
package io.github.distillmaven.tensorflow;

import org.jspecify.annotations.NullMarked;
