package io.github.distillmaven.report.export;

import java.nio.charset.StandardCharsets;

/** The beginning of a Markdown text. */
final class Excerpt {

    private static final String FENCE = "```";

    private Excerpt() {}

    /**
     * As many whole lines as fit, none of them in a block of code that would not end.
     *
     * @param bytes most bytes in UTF-8; below 1, the excerpt is empty
     */
    static String of(String markdown, long bytes) {
        StringBuilder kept = new StringBuilder();
        int complete = 0;
        long size = 0;
        boolean inCode = false;
        for (String line : markdown.lines().toList()) {
            size += line.getBytes(StandardCharsets.UTF_8).length + 1L;
            if (size > bytes) {
                break;
            }
            kept.append(line).append('\n');
            inCode ^= line.startsWith(FENCE);
            if (!inCode) {
                complete = kept.length();
            }
        }
        return kept.substring(0, complete);
    }
}
