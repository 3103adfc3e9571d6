package io.github.distillmaven.provenance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.github.distillmaven.text.ForeignText;

/**
 * Says which lines of two text files differ.
 *
 * @param before names the first file beside a value
 * @param after names the second
 */
record LineDifference(String before, String after) {

    private static final long LARGEST = 4 << 20;
    private static final int SHOWN = 80;
    private static final int SHOWN_BEFORE_THE_DIFFERENCE = 30;

    /** Empty if a file is no text or too large, or if they differ in nothing but the end of lines. */
    Optional<String> describe(Path old, Path now) throws IOException {
        Optional<String> oldText = text(old);
        Optional<String> nowText = text(now);
        return oldText.isEmpty() || nowText.isEmpty()
                ? Optional.empty()
                : compare(oldText.get().lines().toList(), nowText.get().lines().toList());
    }

    private Optional<String> compare(List<String> old, List<String> now) {
        int most = Math.max(old.size(), now.size());
        int first = -1;
        int differing = 0;
        for (int index = 0; index < most; index++) {
            if (index >= old.size() || index >= now.size() || !old.get(index).equals(now.get(index))) {
                first = differing == 0 ? index : first;
                differing++;
            }
        }
        if (differing == 0) {
            return Optional.empty();
        }
        String where = differing == 1
                ? String.format(Locale.ROOT, "line %,d differs", first + 1)
                : String.format(
                        Locale.ROOT, "%,d of %,d lines differ, the first is line %,d", differing, most, first + 1);
        int column = column(old, now, first);
        return Optional.of("%s: %s %s, %s %s"
                .formatted(where, before, excerpt(old, first, column), after, excerpt(now, first, column)));
    }

    /** Where the two lines part. */
    private static int column(List<String> old, List<String> now, int line) {
        if (line >= old.size() || line >= now.size()) {
            return 0;
        }
        String one = old.get(line);
        String other = now.get(line);
        int column = 0;
        while (column < Math.min(one.length(), other.length()) && one.charAt(column) == other.charAt(column)) {
            column++;
        }
        return column;
    }

    /** Of a long line, the part around the difference. */
    private static String excerpt(List<String> lines, int index, int column) {
        if (index >= lines.size()) {
            return "no such line";
        }
        String line = lines.get(index);
        int from = line.length() <= SHOWN ? 0 : Math.max(0, column - SHOWN_BEFORE_THE_DIFFERENCE);
        int to = Math.min(line.length(), from + SHOWN);
        return '"'
                + (from > 0 ? "..." : "")
                + ForeignText.line(line.substring(from, to))
                + (to < line.length() ? "..." : "")
                + '"';
    }

    private static Optional<String> text(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.chars().allMatch(LineDifference::isText) ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }

    private static boolean isText(int character) {
        return character == '\t' || character == '\n' || character == '\r' || !Character.isISOControl(character);
    }
}
