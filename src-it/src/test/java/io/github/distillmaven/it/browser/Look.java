package io.github.distillmaven.it.browser;

/**
 * How a page is looked at.
 *
 * @param width of the window, in CSS pixels
 * @param media {@code screen} or {@code print}
 * @param dark whether the person prefers dark colours
 */
public record Look(int width, String media, boolean dark) {

    /** A window of a desktop, light. */
    public static final Look DESKTOP = new Look(1280, "screen", false);

    /** A small telephone. */
    public static final Look TELEPHONE = DESKTOP.withWidth(360);

    /** A sheet of A4 less the margins of 1 cm that Chromium prints with. */
    public static final Look PAPER = new Look(718, "print", false);

    /** The same in another window. */
    public Look withWidth(int pixels) {
        return new Look(pixels, media, dark);
    }

    /** The same in the dark. */
    public Look inTheDark() {
        return new Look(width, media, true);
    }

    @Override
    public String toString() {
        return "%s pixels of %s, %s".formatted(width, media, dark ? "dark" : "light");
    }
}
