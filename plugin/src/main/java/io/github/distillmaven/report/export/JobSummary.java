package io.github.distillmaven.report.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file that a job in continuous integration shows as its summary, such as that of GitHub Actions. Several modules of a build may
 * add to it at the same time. GitHub drops the whole of a file beyond {@link #LIMIT}, with what others wrote into it.
 *
 * @param file its path; the file is there before the build begins
 */
public record JobSummary(String file) {

    /** Name of the environment variable that names the file. */
    public static final String VARIABLE = "GITHUB_STEP_SUMMARY";

    /** Most bytes that GitHub shows of one step. */
    public static final int LIMIT = 1 << 20;

    /** Kept free for lines that say what was left out. */
    private static final int RESERVE = 16 << 10;

    private static final Object WRITERS = new Object();

    /**
     * Adds a text at the end, in one write, so that it stays in one piece. One for which there is no room is shortened to whole lines,
     * and a line says so.
     *
     * @param whole where all of the text is, for that line
     * @return whether all of it was added
     * @throws IOException if the file is not there, is no regular file, or cannot be written
     */
    public boolean append(String markdown, Path whole) throws IOException {
        Path path = path();
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new IOException(path + " is not a regular file");
        }
        synchronized (WRITERS) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.APPEND)) {
                long room = LIMIT - channel.size();
                byte[] all = bytes("\n" + markdown);
                if (all.length <= room - RESERVE) {
                    write(channel, all);
                    return true;
                }
                byte[] part = bytes("\n" + Excerpt.of(markdown, room - RESERVE) + note(whole));
                if (part.length <= room) {
                    write(channel, part);
                }
                return false;
            }
        }
    }

    private static String note(Path whole) {
        return "\n**Shortened:** GitHub shows at most 1 MB of one step. All of this is in "
                + Markdown.code(whole.toString()) + ".\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void write(FileChannel channel, byte[] text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
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
