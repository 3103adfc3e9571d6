package io.github.distillmaven.report.export;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes GitHub-flavoured Markdown that shows any text as it is: no name can become a tag, a link, a column or a formula. */
public final class Markdown {

    private static final String SPECIAL = "\\`*_[<>|~&$#";
    /** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: what stands between them does not turn around what stands beside it. */
    private static final char ISOLATE = '\u2068';

    private static final char END_OF_ISOLATE = '\u2069';

    private final StringBuilder document = new StringBuilder();

    /** A name or sentence in one line, with everything escaped that Markdown would take for its own. */
    public static String text(String text) {
        String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
        StringBuilder escaped = new StringBuilder();
        line.codePoints().forEach(character -> {
            if (SPECIAL.indexOf(character) >= 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(character);
        });
        return Bidi.requiresBidi(line.toCharArray(), 0, line.length())
                ? ISOLATE + escaped.toString() + END_OF_ISOLATE
                : escaped.toString();
    }

    /** A text that somebody is to copy, within a line. */
    public static String code(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        String fence = "`";
        while (line.contains(fence)) {
            fence += "`";
        }
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
        paragraph("```sh\n" + command.replaceAll("\\p{Cntrl}+", " ") + "\n```");
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
