package io.github.distillmaven.report.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file that a job in continuous integration shows as its summary, such as that of GitHub Actions. Several modules of a build may
 * add to it at the same time.
 *
 * @param file its path; the file is there before the build begins
 */
public record JobSummary(String file) {

    /** Name of the environment variable that names the file. */
    public static final String VARIABLE = "GITHUB_STEP_SUMMARY";

    /**
     * Adds a text at the end, in one write, so that it stays in one piece.
     *
     * @throws IOException if the file is not there or cannot be written
     */
    public void append(String markdown) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(("\n" + markdown).getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(path(), StandardOpenOption.APPEND)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private Path path() throws IOException {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
