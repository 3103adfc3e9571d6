package io.github.distillmaven.provenance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Stream;

import io.github.distillmaven.disk.FileReplacement;
import io.github.distillmaven.experiment.StepRecord;

/**
 * The file beside a POM that says what every step of its experiments has to make. It is meant to be committed: sorted, the
 * same bytes for the same results, and written anew only if a result changes. It is read anew at every call. One build
 * writes it at a time; of two that write at once, each leaves a sound file, but the later one may undo what the other added.
 */
public final class LockFile {

    /** Name of the file. */
    public static final String NAME = "distill.lock.json";

    private final Path file;

    /** @param file where it lies or shall lie */
    public LockFile(Path file) {
        this.file = file;
    }

    /** Whether there is one. */
    public boolean exists() {
        return Files.exists(file);
    }

    /**
     * What is locked of a step; empty if nothing is, or if there is no file.
     *
     * @param experiment name of the experiment
     * @param step name of the step within the experiment: {@code teacher}, or {@code replicates/2/teacher}
     * @throws LockFileException if the file cannot be read or was not written by a plugin that knows its format
     */
    public Optional<LockedStep> find(String experiment, String step) throws LockFileException {
        return Optional.ofNullable(read().experiments().get(experiment)).map(steps -> steps.get(step));
    }

    /**
     * Locks what a step made. The file stays as it is if it holds the same key and outputs already, whatever machine they were
     * made on.
     *
     * @param name of the step within the experiment, as {@link #find} is asked for it
     * @throws LockFileException if the file cannot be read or written
     */
    public synchronized void put(String experiment, String name, StepRecord step) throws LockFileException {
        LockContent content = read();
        LockedStep made = LockedStep.of(step);
        Optional<LockedStep> locked =
                Optional.ofNullable(content.experiments().get(experiment)).map(steps -> steps.get(name));
        if (locked.isEmpty() || !locked.get().sameResult(made)) {
            write(content.with(experiment, name, made));
        }
    }

    /** Whether some locked step has this key and exactly these outputs, SHA-256 by name. */
    public boolean vouchesFor(String key, SortedMap<String, String> outputs) throws LockFileException {
        return voucher(key, outputs).isPresent();
    }

    /** The first locked step of this key with exactly these outputs, SHA-256 by name. */
    public Optional<LockedStep> voucher(String key, SortedMap<String, String> outputs) throws LockFileException {
        return steps().filter(step -> step.key().equals(key) && step.outputs().equals(outputs))
                .findFirst();
    }

    /** Whether some locked step has this key. */
    public boolean knows(String key) throws LockFileException {
        return steps().anyMatch(step -> step.key().equals(key));
    }

    private Stream<LockedStep> steps() throws LockFileException {
        return read().experiments().values().stream().flatMap(steps -> steps.values().stream());
    }

    private LockContent read() throws LockFileException {
        return new LockFileReader(file).read();
    }

    private void write(LockContent content) throws LockFileException {
        Path temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
        try (FileReplacement replacement = new FileReplacement(file, temporary)) {
            replacement.write(ByteBuffer.wrap(new StrictJson().write(content)));
            replacement.sync();
            replacement.publish();
        } catch (IOException e) {
            throw new LockFileException(
                    "%s cannot be written: %s. Make the file and its folder writable, or build without -Ddistill.lock."
                            .formatted(file, e),
                    e);
        }
    }
}
