package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.provenance.StepRecordFile;
import io.github.distillmaven.store.Digests;

/**
 * The folder that holds what a step made.
 *
 * @param path where it lies
 */
record StepFolder(Path path) {

    /** The record of the step; empty if it was never completed. */
    Optional<StepRecord> read() {
        try {
            return Optional.of(StepRecordFile.in(path).read());
        } catch (IOException noCompleteStep) {
            return Optional.empty();
        }
    }

    /** Writes the record, which makes the step complete. */
    void complete(StepRecord step) throws IOException {
        StepRecordFile.in(path).write(step);
    }

    /** The first output that is missing or not what the step wrote, by its name; empty if all are sound. */
    Optional<String> firstChanged(StepRecord step) throws IOException {
        for (Map.Entry<String, String> output : step.outputs().entrySet()) {
            Path file = path.resolve(output.getKey());
            if (!Files.isRegularFile(file) || !Digests.ofFile(file).equals(output.getValue())) {
                return Optional.of(output.getKey());
            }
        }
        return Optional.empty();
    }
}
