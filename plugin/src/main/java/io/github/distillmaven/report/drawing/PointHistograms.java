package io.github.distillmaven.report.drawing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.github.distillmaven.report.figure.Figure;
import io.github.distillmaven.report.figure.Palette;
import io.github.distillmaven.report.figure.Svg;
import io.github.distillmaven.report.text.NumberFormat;
import io.github.distillmaven.results.arms.Arm;

/**
 * How many seeds have how many points right: one histogram for each kind of student, over one axis, with chance and the published
 * number marked.
 *
 * @param arms from top to bottom, of the same points
 * @param points number of points
 * @param chance share of the points that guessing gets right
 */
public record PointHistograms(List<Arm> arms, int points, double chance) implements Figure {

    private static final int ROW = 128;
    private static final int NAME = 26;
    private static final int AXIS = 46;
    private static final double MARGIN = 12;

    @Override
    public String description() {
        NumberFormat numbers = new NumberFormat.OutOf(points);
        return "Number of original points answered right, over all seeds. "
                + arms.stream()
                        .map(arm -> arm.name() + ": " + numbers.spread(arm.spread()))
                        .collect(Collectors.joining("; "))
                + ". Chance: " + Math.round(chance * points) + ".";
    }

    @Override
    public int height(int width) {
        return arms.size() * ROW + AXIS;
    }

    @Override
    public Svg draw(int width, Palette palette) {
        Svg svg = new Svg(width, height(width), description());
        double column = (width - 2 * MARGIN) / (points + 1);
        int highest = arms.stream()
                .flatMapToInt(arm -> Arrays.stream(arm.histogram()))
                .max()
                .orElse(1);
        double bottom = arms.size() * (double) ROW;
        double guessed = middle(chance * points, column);
        svg.line(guessed, NAME, guessed, bottom, palette.chance(), "stroke-width", 1.5, "stroke-dasharray", "3 2");
        svg.text(
                guessed,
                bottom + 38,
                "chance " + Math.round(chance * points),
                palette.chance(),
                "text-anchor",
                "middle",
                "font-size",
                12);
        for (int row = 0; row < arms.size(); row++) {
            draw(svg, arms.get(row), row * (double) ROW, width, column, highest, palette);
        }
        for (int right = 0; right <= points; right += 4) {
            svg.text(
                    middle(right, column),
                    bottom + 18,
                    Integer.toString(right),
                    palette.muted(),
                    "text-anchor",
                    "middle");
        }
        return svg;
    }

    private void draw(Svg svg, Arm arm, double top, int width, double column, int highest, Palette palette) {
        double floor = top + ROW;
        svg.text(0, top + 16, arm.name(), palette.ink(), "font-weight", 600, "font-size", 14);
        svg.text(
                width,
                top + 16,
                new NumberFormat.OutOf(points).spread(arm.spread()) + " of " + points,
                palette.ink(),
                "text-anchor",
                "end",
                "font-size",
                14);
        int[] counts = arm.histogram();
        for (int right = 0; right <= points; right++) {
            double height = (ROW - NAME) * counts[right] / (double) highest;
            if (height > 0) {
                svg.shape(
                        "rect",
                        "x",
                        MARGIN + right * column + 1,
                        "y",
                        floor - height,
                        "width",
                        column - 2,
                        "height",
                        height,
                        "fill",
                        palette.of(arm.role()));
            }
        }
        svg.line(MARGIN, floor, width - MARGIN, floor, palette.muted());
        if (arm.published() != null) {
            double published = middle(arm.published() * points, column);
            svg.line(published, top + NAME, published, floor, palette.ink(), "stroke-width", 1.5);
            svg.text(
                    published + 6,
                    top + NAME + 10,
                    "published " + new NumberFormat.OutOf(points).published(arm.published()),
                    palette.ink(),
                    "font-size",
                    12);
        }
    }

    private static double middle(double right, double column) {
        return MARGIN + (right + 0.5) * column;
    }
}
