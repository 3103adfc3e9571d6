package io.github.distillmaven.report.text;

/** How names are printed where there is little room. */
public final class Words {

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
}
