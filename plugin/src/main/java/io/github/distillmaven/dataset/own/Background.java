package io.github.distillmaven.dataset.own;

import java.util.Optional;

/**
 * The colour behind what is transparent.
 *
 * @param red from 0 to 255
 * @param green the same
 * @param blue the same
 */
record Background(int red, int green, int blue) {

    private static final String NONE = "none";
    private static final int OPAQUE = 255;

    /** The colour of a text; empty for {@value #NONE}. */
    static Optional<Background> of(String text) {
        return switch (text) {
            case NONE -> Optional.empty();
            case "white" -> Optional.of(new Background(OPAQUE, OPAQUE, OPAQUE));
            case "black" -> Optional.of(new Background(0, 0, 0));
            default -> {
                int colour = Integer.parseInt(text.substring(1), 16);
                yield Optional.of(new Background(colour >> 16, colour >> 8 & 0xff, colour & 0xff));
            }
        };
    }

    /** @throws IllegalArgumentException if the text is no colour */
    static String checked(String text) {
        if (!text.matches(NONE + "|white|black|#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /**
     * What is seen.
     *
     * @param colour of the image in front, 0 to 255
     * @param alpha how much it covers, 0 to 255
     * @param behind the same channel of this background
     */
    static int through(int colour, int alpha, int behind) {
        return (colour * alpha + behind * (OPAQUE - alpha) + OPAQUE / 2) / OPAQUE;
    }
}
