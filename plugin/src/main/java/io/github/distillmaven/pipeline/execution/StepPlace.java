package io.github.distillmaven.pipeline.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.commons.io.file.PathUtils;

/**
 * Where a step that runs puts things.
 *
 * @param output an empty folder for its outputs
 * @param log where the native output of a worker goes, if there is one
 * @param checkpoints where a training leaves what it goes on from after a build that was killed; nothing but this very step
 *     uses it
 */
public record StepPlace(Path output, Path log, Path checkpoints) {

    /** Folder of what is written for the engine to read, and taken away before the outputs are kept. */
    public Path prepared() {
        return output.resolve("prepared");
    }

    /** Takes that away, if there is anything. */
    public void deletePrepared() throws IOException {
        if (Files.exists(prepared())) {
            PathUtils.deleteDirectory(prepared());
        }
    }
}
