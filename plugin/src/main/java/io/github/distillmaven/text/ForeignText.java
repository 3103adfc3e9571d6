package io.github.distillmaven.text;

import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Makes text that somebody else wrote fit to stand in a log line or on a page: names in archives, records of other builds,
 * what servers answer, lines of a worker. Such text could otherwise write log lines of its own, move the cursor of a terminal,
 * turn the reading direction, or give commands to a CI server, which reads {@code ::error} at the beginning of a line
 * and {@code ##[error]} anywhere.
 */
public final class ForeignText {

    /** Enough for a path or an address, too little to hide a log in. */
    private static final int LONGEST = 500;

    private static final String CUT = "...";

    private ForeignText() {}

    /** One line of at most 500 characters. Letters that cannot be seen, line ends among them, become {@code ?}. */
    public static String line(@Nullable String text) {
        return line(text, LONGEST);
    }

    /**
     * One line of limited length.
     *
     * @param text anything; nothing is shown as {@code null}
     * @param longest most characters that are kept, at least 1; of a longer text the beginning, with dots after it
     */
    public static String line(@Nullable String text, int longest) {
        String all = String.valueOf(text);
        boolean cut = all.length() > longest;
        String kept = cut ? all.substring(0, longest) : all;
        String visible = kept.codePoints().mapToObj(ForeignText::visible).collect(Collectors.joining());
        String harmless = visible.replaceAll("#(?=#)", "# ").replaceFirst("^(\\s*):(?=:)", "$1: ");
        return cut ? harmless + CUT : harmless;
    }

    private static String visible(int letter) {
        if (letter == '\t') {
            return " ";
        }
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> "?";
            default -> Character.toString(letter);
        };
    }
}
