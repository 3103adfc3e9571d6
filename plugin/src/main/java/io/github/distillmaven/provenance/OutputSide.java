package io.github.distillmaven.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;

import io.github.distillmaven.disk.Digests;
import org.jspecify.annotations.Nullable;

/**
 * One of two results of a step.
 *
 * @param word that names it beside a value, such as {@code now}
 * @param only what is said of a file that the other result lacks
 * @param digests SHA-256 of its files, by name
 * @param folder that holds the files, if there is one
 */
record OutputSide(
        String word,
        String only,
        SortedMap<String, String> digests,
        @Nullable Path folder) {

    /** A file, if it is there and still has the digest of the result. */
    Optional<Path> file(String name) {
        if (folder == null) {
            return Optional.empty();
        }
        try {
            Path file = folder.resolve(name);
            return Files.isRegularFile(file) && Digests.ofFile(file).equals(digests.get(name))
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }
}
