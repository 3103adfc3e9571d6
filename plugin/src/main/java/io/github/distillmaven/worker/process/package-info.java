/** The forked JVM's end: {@code WorkerProcess} reads the request, runs a {@code WorkerTask}, and tells of a failure what kind it is. */
@NullMarked
package io.github.distillmaven.worker.process;

import org.jspecify.annotations.NullMarked;
