package io.github.distillmaven.report.text;

import java.util.regex.Pattern;

/** How names are printed. */
public final class Words {

    private static final Pattern HYPHEN_BEFORE_NUMBER = Pattern.compile("(?<=\\p{L})-(?=\\d)");
    private static final char WORD_JOINER = '\u2060';

    private Words() {}

    /**
     * The beginning of a name and an ellipsis, or the whole of it.
     *
     * @param most number of characters, the ellipsis among them
     */
    public static String shortened(String name, int most) {
        return name.codePointCount(0, name.length()) <= most
                ? name
                : name.substring(0, name.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** A sentence with names such as CIFAR-10, which no end of a line takes apart. */
    public static String unbroken(String sentence) {
        return HYPHEN_BEFORE_NUMBER.matcher(sentence).replaceAll("-" + WORD_JOINER);
    }
}
