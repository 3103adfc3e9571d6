package io.github.distillmaven.worker;

import java.nio.file.Path;

/**
 * Where and how often a training saves what it needs to go on after it was killed.
 *
 * @param folder made when first written. No training but this one may use it: who shares it must have the same settings,
 *     images, runtime, threads and instruction set, and not run at the same time
 * @param seconds between two checkpoints within an epoch, at least 1; the end of an epoch always is one
 */
public record Checkpoints(Path folder, int seconds) {}
