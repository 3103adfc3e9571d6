package io.github.distillmaven.results.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What one step wrote, and whom to ask if it is not there.
 *
 * @param folder of the step
 * @param goal that runs it
 */
public record StepFiles(Path folder, String goal) {

    @FunctionalInterface
    interface Reader<T> {
        T read(Path file) throws IOException;
    }

    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /** @throws IOException if the file is missing or cannot be read; the message names it and the goal */
    <T> T read(String name, Reader<T> reader) throws IOException {
        Path file = folder.resolve(name);
        find(file);
        return explained(() -> reader.read(file));
    }

    void find(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is missing. The goal '" + goal
                    + "' makes it: bind that goal to the build, before 'report'.");
        }
    }

    <T> T explained(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new IOException(advise(Objects.requireNonNullElse(e.getMessage(), e.toString())), e);
        }
    }

    /** @throws IOException with the problem, the file's name and the goal, unless {@code holds} */
    void require(boolean holds, String name, String problem) throws IOException {
        if (!holds) {
            throw new IOException(advise(folder.resolve(name) + ": " + problem));
        }
    }

    private String advise(String problem) {
        return problem + ". The goal '" + goal + "' makes this file: delete it and run that goal again.";
    }
}
