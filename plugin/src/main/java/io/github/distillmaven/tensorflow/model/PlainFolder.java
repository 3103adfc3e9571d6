package io.github.distillmaven.tensorflow.model;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Objects;

import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * A folder by a name that TensorFlow reads as it stands. TensorFlow takes some paths for patterns, in which brackets, braces,
 * stars, question marks and backslashes mean something. Where a path holds such a character, a folder in the working
 * directory stands in for it, named relative to that.
 */
public final class PlainFolder implements AutoCloseable {

    private static final String PATTERN = "[]{}*?" + (File.separatorChar == '\\' ? "" : "\\");

    private final Path folder;
    private final @Nullable Path alias;

    private PlainFolder(Path folder, @Nullable Path alias) {
        this.folder = folder;
        this.alias = alias;
    }

    /**
     * A name for a folder that is to be written.
     *
     * @param folder is made by {@link #keep}, or by whoever writes to {@link #name}
     */
    static PlainFolder toWrite(Path folder) throws IOException {
        return new PlainFolder(folder, isPlain(folder) ? null : alias());
    }

    /** A name for a folder that is to be read. */
    public static PlainFolder toRead(Path folder) throws IOException {
        PlainFolder plain = toWrite(folder);
        if (plain.alias != null) {
            FileUtils.copyDirectory(folder.toFile(), plain.alias.toFile());
        }
        return plain;
    }

    private static Path alias() throws IOException {
        Path here = Paths.get("").toAbsolutePath();
        return here.relativize(Files.createTempDirectory(here, "model")).resolve("model");
    }

    static boolean isPlain(Path folder) {
        return folder.toString().chars().noneMatch(character -> PATTERN.indexOf(character) >= 0);
    }

    /** What to call it. */
    public String name() {
        return (alias == null ? folder : alias).toString();
    }

    /** Brings what was written to where it belongs. */
    void keep() throws IOException {
        if (alias != null) {
            FileUtils.copyDirectory(alias.toFile(), folder.toFile());
        }
    }

    @Override
    public void close() throws IOException {
        if (alias != null) {
            FileUtils.deleteDirectory(Objects.requireNonNull(alias.getParent()).toFile());
        }
    }
}
