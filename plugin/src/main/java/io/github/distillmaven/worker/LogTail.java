package io.github.distillmaven.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.distillmaven.text.ForeignText;

/**
 * The end of a worker's log, fit for a message: few lines of limited length, without control characters. The line that names the error is
 * among them, though many others may have come after it.
 *
 * @param lines in order; empty if the log is empty or cannot be read
 */
public record LogTail(List<String> lines) {

    private static final int BYTES = 64 * 1024;
    private static final int LINES = 20;
    private static final int COLUMNS = 200;
    private static final int FRAMES = 3;
    private static final Pattern TERMINAL_SEQUENCE = Pattern.compile("\\x1B\\[[0-9;?]*[ -/]*[@-~]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}]");
    private static final Pattern FRAME = Pattern.compile("\\s+(at [\\w$.<>/@]+\\(.*|\\.\\.\\. \\d+ more)");
    private static final Pattern ERROR = Pattern.compile(
            "^(Exception in thread |Caused by: |(\\w+\\.)+\\w*(Exception|Error)\\b|Error[: ]|ERROR[: ]|\\[error)|: [EF] \\w+/|"
                    + "terminate called|what\\(\\):|Check failed|not found \\(required by|cannot open shared object");

    /** Reads the end of a log. */
    public static LogTail read(Path log) {
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
        List<String> lines = withoutMostFrames(text.lines()
                .map(line -> TERMINAL_SEQUENCE.matcher(line).replaceAll(""))
                .map(line -> INVISIBLE.matcher(line.replace('\t', ' ')).replaceAll(""))
                .map(line -> ForeignText.line(line, COLUMNS))
                .filter(line -> !line.isBlank())
                .toList());
        int first = Math.max(0, lines.size() - LINES);
        List<String> last = lines.subList(first, lines.size());
        if (last.stream().anyMatch(LogTail::tellsOfError)) {
            return new LogTail(last);
        }
        Optional<String> error =
                lines.subList(0, first).stream().filter(LogTail::tellsOfError).reduce((earlier, later) -> later);
        List<String> shown = new ArrayList<>(last);
        error.ifPresent(line -> {
            shown.set(0, line);
            shown.set(1, "...");
        });
        return new LogTail(List.copyOf(shown));
    }

    /** Of a stack trace the first frames tell where; it is its first line that tells what. */
    private static List<String> withoutMostFrames(List<String> lines) {
        List<String> kept = new ArrayList<>();
        int frames = 0;
        for (String line : lines) {
            frames = FRAME.matcher(line).matches() ? frames + 1 : 0;
            if (frames <= FRAMES) {
                kept.add(line);
            }
        }
        return kept;
    }

    private static boolean tellsOfError(String line) {
        return ERROR.matcher(line).find();
    }

    boolean contains(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }
}
