package io.github.distillmaven.report.figure;

import io.github.distillmaven.report.text.Numbers;

/** What marks the points of a line, and how the line is broken, so that lines can be told apart without colours. */
enum LineMark {
    DISC("none") {
        @Override
        void draw(Svg svg, double x, double y, String colour, String paper) {
            svg.shape("circle", "cx", x, "cy", y, "r", SIZE, "fill", colour);
        }
    },
    SQUARE("6 4") {
        @Override
        void draw(Svg svg, double x, double y, String colour, String paper) {
            svg.shape(
                    "rect",
                    "x",
                    x - SIZE,
                    "y",
                    y - SIZE,
                    "width",
                    2 * SIZE,
                    "height",
                    2 * SIZE,
                    "fill",
                    paper,
                    "stroke",
                    colour,
                    "stroke-width",
                    2.0);
        }
    },
    TRIANGLE("2 3") {
        @Override
        void draw(Svg svg, double x, double y, String colour, String paper) {
            String corners = "M%s %s l5.5 10 l-11 0 z".formatted(Numbers.fixed(x, 2), Numbers.fixed(y - 6, 2));
            svg.shape("path", "d", corners, "fill", colour);
        }
    },
    RING("10 3 2 3") {
        @Override
        void draw(Svg svg, double x, double y, String colour, String paper) {
            svg.shape("circle", "cx", x, "cy", y, "r", SIZE, "fill", paper, "stroke", colour, "stroke-width", 2.0);
        }
    };

    private static final double SIZE = 4.5;

    private final String dashes;

    LineMark(String dashes) {
        this.dashes = dashes;
    }

    /** For {@code stroke-dasharray}. */
    String dashes() {
        return dashes;
    }

    /**
     * Draws one.
     *
     * @param colour of the line
     * @param paper behind it
     */
    abstract void draw(Svg svg, double x, double y, String colour, String paper);
}
