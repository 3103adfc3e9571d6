package io.github.distillmaven.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import io.github.distillmaven.text.ForeignText;

/**
 * The end of a worker's log, fit for a message: few lines of limited length, without control characters.
 *
 * @param lines in order; empty if the log is empty or cannot be read
 */
record LogTail(List<String> lines) {

    private static final int BYTES = 16 * 1024;
    private static final int LINES = 20;
    private static final int COLUMNS = 200;
    private static final Pattern TERMINAL_SEQUENCE = Pattern.compile("\\x1B\\[[0-9;?]*[ -/]*[@-~]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    static LogTail read(Path log) {
        try (SeekableByteChannel channel = Files.newByteChannel(log)) {
            channel.position(Math.max(0, channel.size() - BYTES));
            ByteBuffer end = ByteBuffer.allocate(BYTES);
            while (end.hasRemaining() && channel.read(end) >= 0) {
                // Reads on until the buffer is full or the file at its end.
            }
            return of(StandardCharsets.UTF_8.decode(end.flip()).toString());
        } catch (IOException e) {
            return new LogTail(List.of());
        }
    }

    private static LogTail of(String text) {
        List<String> lines = text.lines()
                .map(line -> TERMINAL_SEQUENCE.matcher(line).replaceAll(""))
                .map(line -> INVISIBLE.matcher(line.replace('\t', ' ')).replaceAll(""))
                .map(line -> ForeignText.line(line, COLUMNS))
                .filter(line -> !line.isBlank())
                .toList();
        return new LogTail(lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }

    boolean contains(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }
}
