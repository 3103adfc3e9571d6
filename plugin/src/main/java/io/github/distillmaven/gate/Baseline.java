package io.github.distillmaven.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.ResultsFile;

/**
 * Earlier results that a project commits, to notice when it gets worse.
 *
 * @param project folder of the project
 * @param file a {@code results.json} under this or another name
 * @param coming what this build will have written there when its results are judged; empty if it writes nothing
 */
public record Baseline(Path project, Path file, Optional<Results> coming) {

    /** One that this build reads alone. */
    public Baseline(Path project, Path file) {
        this(project, file, Optional.empty());
    }

    /** The same when these results have taken its place. */
    public Baseline with(Results results) {
        return new Baseline(project, file, Optional.of(results));
    }

    /**
     * What it holds; empty if there is no such file.
     *
     * @throws IOException if it is damaged or of another schema; the message says what to do
     */
    public Optional<Results> read() throws IOException {
        if (coming.isPresent()) {
            return coming;
        }
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ResultsFile(file).read());
        } catch (IOException e) {
            throw new IOException(
                    e.getMessage()
                            + ". This file is the baseline: restore it from version control, or write it anew with -Ddistill.writeBaseline.",
                    e);
        }
    }

    /** Its path as users write it: relative to the project where it lies there, with slashes. */
    public String name() {
        return file.startsWith(project) ? project.relativize(file).toString().replace('\\', '/') : file.toString();
    }
}
