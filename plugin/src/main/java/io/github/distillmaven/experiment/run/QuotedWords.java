package io.github.distillmaven.experiment.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.distillmaven.extension.option.ValueType;

/** Words between blanks. Quotes, single or double, hold together what has blanks in it; a backslash is a letter as any other. */
public final class QuotedWords {

    private static final Pattern PIECE = Pattern.compile("\"([^\"]*)\"|'([^']*)'|([^\\s\"']+)|(\\s+)");

    private QuotedWords() {}

    /** At least one word. */
    public static ValueType<String> type(String expectation) {
        return ValueType.of(expectation, text -> {
            if (split(text).isEmpty()) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    /**
     * Takes a text apart.
     *
     * @throws IllegalArgumentException if a quote is not closed
     */
    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        Matcher piece = PIECE.matcher(text);
        int end = 0;
        while (piece.lookingAt()) {
            end = piece.end();
            if (piece.group(4) == null) {
                word.append(content(piece));
                begun = true;
            } else if (begun) {
                words.add(word.toString());
                word.setLength(0);
                begun = false;
            }
            piece.region(end, text.length());
        }
        if (end < text.length()) {
            throw new IllegalArgumentException("a quote is not closed");
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }

    private static String content(Matcher piece) {
        for (int group = 1; group <= 3; group++) {
            if (piece.group(group) != null) {
                return piece.group(group);
            }
        }
        return "";
    }
}
