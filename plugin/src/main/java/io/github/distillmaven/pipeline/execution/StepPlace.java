package io.github.distillmaven.pipeline.execution;

import java.nio.file.Path;

/**
 * Where a step that runs puts things.
 *
 * @param output an empty folder for its outputs
 * @param log where the native output of a worker goes, if there is one
 * @param checkpoints where a training leaves what it goes on from after a build that was killed; nothing but this very step
 *     uses it
 */
public record StepPlace(Path output, Path log, Path checkpoints) {}
