package io.github.distillmaven.results;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A {@code results.json}.
 *
 * @param path where it lies
 */
public record ResultsFile(Path path) {

    public static final String NAME = "results.json";

    /** @throws IOException if it cannot be read, is damaged, or of another schema; the message names it and ends without a dot */
    public Results read() throws IOException {
        JsonFiles json = new JsonFiles();
        int schema = json.number(path, "schema");
        if (schema != Results.SCHEMA) {
            throw new IOException("%s: schema %d, expected %d".formatted(path, schema, Results.SCHEMA));
        }
        Results results = json.read(path, Results.class);
        if (results.replicates().isEmpty()) {
            throw new IOException(path + ": no replicates");
        }
        return results;
    }
}
