package io.github.distillmaven.pipeline.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.disk.FileDigests;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.provenance.StepRecordFile;

/**
 * The folder that holds what a step made.
 *
 * @param path where it lies
 * @param digests of its files, as the build knows them
 */
public record StepFolder(Path path, FileDigests digests) {

    /** A folder that nobody looked at before. */
    public StepFolder(Path path) {
        this(path, new FileDigests());
    }

    /** The record of the step; empty if it was never completed. */
    public Optional<StepRecord> read() {
        return read(StepRecordFile.in(path));
    }

    /** A record that lies anywhere; empty if there is none. */
    public static Optional<StepRecord> read(StepRecordFile file) {
        try {
            return Optional.of(file.read());
        } catch (IOException noCompleteStep) {
            return Optional.empty();
        }
    }

    /** The record as it is written; empty if the step was never completed. */
    public Optional<String> text() {
        try {
            return Optional.of(Files.readString(StepRecordFile.in(path).path()));
        } catch (IOException noCompleteStep) {
            return Optional.empty();
        }
    }

    /** Whether its record is that of a step with this definition. */
    public boolean isOf(StepDefinition definition) {
        return read().filter(record -> record.key().equals(definition.key())).isPresent();
    }

    /** Whether its record was put there after a moment; false if there is none. */
    boolean writtenAfter(Instant moment) {
        try {
            return Files.getLastModifiedTime(StepRecordFile.in(path).path())
                    .toInstant()
                    .isAfter(moment);
        } catch (IOException noCompleteStep) {
            return false;
        }
    }

    /** Whether it holds, unchanged, what a step with this definition makes. */
    public boolean holds(StepDefinition definition) throws IOException {
        Optional<StepRecord> record = read().filter(found -> found.key().equals(definition.key()));
        return record.isPresent() && firstChanged(record.get()).isEmpty();
    }

    /** Writes the record, which makes the step complete. */
    public void complete(StepRecord step) throws IOException {
        StepRecordFile.in(path).write(step);
    }

    /** The first output that is missing or not what the step wrote, by its name; empty if all are sound. */
    Optional<String> firstChanged(StepRecord step) throws IOException {
        for (Map.Entry<String, String> output : step.outputs().entrySet()) {
            Path file = path.resolve(output.getKey());
            if (!Files.isRegularFile(file) || !digests.of(file).equals(output.getValue())) {
                return Optional.of(output.getKey());
            }
        }
        return Optional.empty();
    }
}
