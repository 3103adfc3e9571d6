package io.github.distillmaven.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file that the plugin wrote small, but that anybody may have replaced since. A pipe or device in its place is refused, because
 * reading it might never end, and so is a file that would fill the memory.
 *
 * @param path of the file
 */
public record SmallFile(Path path) {

    /** Hundreds of times what the largest experiments need. */
    public static final int LIMIT = 64 << 20;

    /**
     * The whole content.
     *
     * @throws NoSuchFileException if there is nothing at this path
     * @throws IOException if it is no regular file, holds more than {@link #LIMIT} bytes, or cannot be read; the message begins with
     *     its path and ends without a dot
     */
    public byte[] read() throws IOException {
        if (Files.notExists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!Files.isRegularFile(path)) {
            throw new IOException(path + ": is " + (Files.isDirectory(path) ? "a folder" : "not a regular file"));
        }
        try (InputStream content = Files.newInputStream(path)) {
            byte[] bytes = content.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw new IOException(path + ": is larger than " + (LIMIT >> 20) + " MB");
            }
            return bytes;
        }
    }
}
