package io.github.distillmaven.report.export;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes GitHub-flavoured Markdown that shows any text as it is: no name can become a tag, a link, a mention, a column or a formula.
 */
public final class Markdown {

    private static final String CONTROLS = "[\\p{Cc}\\p{Zl}\\p{Zp}]+";
    /** WORD JOINER, which nobody sees and which ends what a reader would take for a link. */
    private static final String JOINER = "\u2060";
    /** Where readers find links, mentions, issues and pictures in plain text: {@code www.}, {@code ://}, {@code @user}, {@code #1}. */
    private static final Pattern UNMARKED = Pattern.compile(
            "(?<=@)(?=\\w)|(?<=#)(?=\\d)|(?<=www)(?=\\.)|(?<=:)(?=//|[\\w+-])|(?<=gh-)(?=\\d)",
            Pattern.CASE_INSENSITIVE);
    /** The beginning of a hexadecimal number as long as those of commits. */
    private static final Pattern COMMIT =
            Pattern.compile("\\b(?=[0-9]*[a-f])([0-9a-f]{3})(?=[0-9a-f]{4,37}\\b)", Pattern.CASE_INSENSITIVE);
    /** What makes a list or an underline at the beginning of a line. */
    private static final Pattern BEGINNING = Pattern.compile("^(\\d+(?=[.)](?:\\s|$))|(?=[-+=]))");

    private static final String SPECIAL = "\\`*_[<>|~&$#";
    /** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: what stands between them does not turn around what stands beside it. */
    private static final char ISOLATE = '\u2068';

    private static final char END_OF_ISOLATE = '\u2069';

    private final StringBuilder document = new StringBuilder();

    /** A name or sentence in one line, with everything escaped that Markdown would take for its own. */
    public static String text(String text) {
        String line = text.strip().replaceAll(CONTROLS, " ");
        line = COMMIT.matcher(UNMARKED.matcher(line).replaceAll(JOINER)).replaceAll("$1" + JOINER);
        StringBuilder escaped = new StringBuilder();
        line.codePoints().forEach(character -> {
            if (SPECIAL.indexOf(character) >= 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(character);
        });
        String markdown = BEGINNING.matcher(escaped).replaceFirst("$1\\\\");
        return Bidi.requiresBidi(line.toCharArray(), 0, line.length()) ? ISOLATE + markdown + END_OF_ISOLATE : markdown;
    }

    /** A text that somebody is to copy, within a line. */
    public static String code(String text) {
        String line = text.replaceAll(CONTROLS, " ");
        String fence = fence("`", line);
        String pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + pad + line + pad + fence;
    }

    /** A heading of a level from 1. */
    public void heading(int level, String text) {
        paragraph("#".repeat(level) + " " + text(text));
    }

    /** Markdown as it is, and an empty line. */
    public void paragraph(String markdown) {
        document.append(markdown).append("\n\n");
    }

    /** A command that somebody is to copy. */
    public void command(String command) {
        String fence = fence("```", command);
        paragraph(fence + "sh\n" + command.replaceAll(CONTROLS, " ") + "\n" + fence);
    }

    /** Longer than any that stands in the text. */
    private static String fence(String shortest, String text) {
        String fence = shortest;
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence;
    }

    /** A list. */
    public void items(List<String> markdown) {
        markdown.forEach(item -> document.append("- ").append(item).append('\n'));
        document.append('\n');
    }

    /**
     * A table.
     *
     * @param alignment of each column, as Markdown writes it, such as {@code --:}
     * @param rows of Markdown, with as many cells as the head
     */
    public void table(List<String> head, List<String> alignment, List<List<String>> rows) {
        row(head);
        row(alignment);
        rows.forEach(this::row);
        document.append('\n');
    }

    /** The same for a text column, and numbers in all others. */
    public void numbers(List<String> head, List<List<String>> rows) {
        List<String> alignment = new ArrayList<>(Collections.nCopies(head.size(), "--:"));
        alignment.set(0, "---");
        table(head, alignment, rows);
    }

    private void row(List<String> cells) {
        document.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** All of it, with one line feed at the end. */
    public String document() {
        return document.toString().stripTrailing() + "\n";
    }
}
