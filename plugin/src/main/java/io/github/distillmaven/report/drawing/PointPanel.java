package io.github.distillmaven.report.drawing;

import java.util.List;

import io.github.distillmaven.dataset.points.DecisionSurface;
import io.github.distillmaven.report.figure.Figure;
import io.github.distillmaven.report.figure.Palette;
import io.github.distillmaven.report.figure.Svg;
import io.github.distillmaven.report.text.Numbers;

/**
 * One of the four panels: the regions of a network's answers, with points on them.
 *
 * @param description alternative text
 * @param surface what the network answers
 * @param marks the points
 * @param ball half the side of the square, or the radius of the circle, that is drawn around every point; 0 for none
 * @param round whether it is a circle
 */
public record PointPanel(
        String description, DecisionSurface surface, List<LabelledPoint> marks, double ball, boolean round)
        implements Figure {

    public static final int WIDTH = 328;

    private static final double LEFT = 34;
    private static final double TOP = 6;
    private static final double SIDE = 286;

    public PointPanel {
        marks = List.copyOf(marks);
    }

    /**
     * A point.
     *
     * @param label decides its colour
     * @param wrong whether it is marked as answered wrong
     */
    public record LabelledPoint(float x, float y, int label, boolean wrong) {}

    @Override
    public int height(int width) {
        return (int) (TOP + SIDE) + 28;
    }

    @Override
    public Svg draw(int width, Palette palette) {
        PointColours colours = PointColours.of(palette);
        Svg svg = new Svg(width, height(width), description);
        svg.shape("rect", "x", LEFT, "y", TOP, "width", SIDE, "height", SIDE, "fill", colours.regions()[0]);
        svg.shape("path", "d", region(), "fill", colours.regions()[1], "shape-rendering", "crispEdges");
        for (double tick : new double[] {0, 0.5, 1}) {
            svg.line(x(tick), TOP + SIDE, x(tick), TOP + SIDE + 5, palette.muted());
            svg.text(
                    x(tick),
                    TOP + SIDE + 22,
                    Double.toString(tick),
                    palette.muted(),
                    "text-anchor",
                    "middle",
                    "font-size",
                    16);
            svg.line(LEFT - 5, y(tick), LEFT, y(tick), palette.muted());
            svg.text(
                    LEFT - 8,
                    y(tick) + 5,
                    Double.toString(tick),
                    palette.muted(),
                    "text-anchor",
                    "end",
                    "font-size",
                    16);
        }
        for (LabelledPoint mark : marks) {
            draw(svg, mark, colours, palette);
        }
        return svg;
    }

    private void draw(Svg svg, LabelledPoint mark, PointColours colours, Palette palette) {
        double x = x(mark.x());
        double y = y(mark.y());
        double reach = ball * scale();
        if (ball > 0 && round) {
            svg.shape(
                    "circle",
                    "cx",
                    x,
                    "cy",
                    y,
                    "r",
                    reach,
                    "fill",
                    "none",
                    "stroke",
                    palette.ink(),
                    "stroke-width",
                    1.0);
        } else if (ball > 0) {
            svg.shape(
                    "rect",
                    "x",
                    x - reach,
                    "y",
                    y - reach,
                    "width",
                    2 * reach,
                    "height",
                    2 * reach,
                    "fill",
                    "none",
                    "stroke",
                    palette.ink(),
                    "stroke-width",
                    1.0);
        }
        svg.shape("circle", "cx", x, "cy", y, "r", 5.0, "fill", colours.points()[mark.label()]);
        if (mark.wrong()) {
            svg.shape(
                    "circle", "cx", x, "cy", y, "r", 9.5, "fill", "none", "stroke", palette.ink(), "stroke-width", 2.0);
        }
    }

    /** All of class 1 in one path: a rectangle for every run of it in a row of the grid. */
    private String region() {
        StringBuilder path = new StringBuilder();
        double cell = SIDE / DecisionSurface.SIDE;
        for (int row = 0; row < DecisionSurface.SIDE; row++) {
            for (int from = 0; from < DecisionSurface.SIDE; from++) {
                int to = from;
                while (to < DecisionSurface.SIDE && surface.at(to, row) == 1) {
                    to++;
                }
                if (to > from) {
                    path.append('M')
                            .append(Numbers.fixed(LEFT + from * cell, 2))
                            .append(' ')
                            .append(Numbers.fixed(TOP + SIDE - (row + 1) * cell, 2))
                            .append('h')
                            .append(Numbers.fixed((to - from) * cell, 2))
                            .append('v')
                            .append(Numbers.fixed(cell, 2))
                            .append('h')
                            .append(Numbers.fixed(-(to - from) * cell, 2))
                            .append('z');
                    from = to;
                }
            }
        }
        return path.toString();
    }

    private static double scale() {
        return SIDE / (DecisionSurface.HIGH - DecisionSurface.LOW);
    }

    private static double x(double coordinate) {
        return LEFT + (coordinate - DecisionSurface.LOW) * scale();
    }

    private static double y(double coordinate) {
        return TOP + SIDE - (coordinate - DecisionSurface.LOW) * scale();
    }
}
