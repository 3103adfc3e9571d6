package io.github.distillmaven.report.figure;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import io.github.distillmaven.metrics.statistics.Interval;
import io.github.distillmaven.report.text.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Shares over numbers.
 *
 * @param description its main facts in words
 * @param axis what the numbers are
 * @param logarithmic whether they stand on a logarithmic axis; then they are above 0
 * @param lines each with two points or more, of rising numbers
 * @param chance in [0, 1]
 * @param landmark a number that is pointed out; null for none
 */
public record LinePlot(
        String description,
        String axis,
        boolean logarithmic,
        List<Polyline> lines,
        double chance,
        @Nullable Landmark landmark)
        implements Figure {

    /** What the caption says of several lines. */
    public static final String SET_APART =
            "Lines are set a little apart sideways, so that none hides the intervals of another.";

    private static final int PLOT_HEIGHT = 260;
    private static final int AXIS_HEIGHT = 48;
    private static final double LEFT = 48;
    private static final double RIGHT = 16;
    private static final double INSET = 14;
    private static final double LEGEND_LINE = 20;

    /** How far lines stand beside each other, so that none covers the intervals of another. */
    private static final double ASIDE = 5;

    public LinePlot {
        lines = List.copyOf(lines);
    }

    /** On a logarithmic axis. */
    public LinePlot(String description, String axis, List<Polyline> lines, double chance, @Nullable Landmark landmark) {
        this(description, axis, true, lines, chance, landmark);
    }

    /** @param name what the legend calls it; there is none for a single line */
    public record Polyline(String name, List<Point> points) {

        public Polyline {
            points = List.copyOf(points);
        }
    }

    /**
     * A point of a line.
     *
     * @param number on a logarithmic axis above 0
     * @param share in [0, 1]
     * @param published null if none was
     */
    public record Point(
            double number,
            double share,
            @Nullable Interval interval,
            @Nullable Double published) {}

    /** A number with a name. */
    public record Landmark(String name, double number) {}

    @Override
    public int height(int width) {
        return (int) top() + PLOT_HEIGHT + AXIS_HEIGHT;
    }

    @Override
    public Svg draw(int width, Palette palette) {
        Svg svg = new Svg(width, height(width), description);
        drawLegend(svg, palette);
        double right = width - RIGHT;
        double step = 1 - lowest() > 0.5 ? 0.2 : 0.1;
        for (double share = 1; share > lowest() - 0.01; share -= step) {
            svg.line(LEFT, y(share), right, y(share), palette.rule());
            svg.text(
                    LEFT - 8,
                    y(share) + 4,
                    Math.round(100 * share) + "%",
                    palette.muted(),
                    "text-anchor",
                    "end",
                    "font-size",
                    12);
        }
        svg.line(LEFT, y(chance), right, y(chance), palette.chance(), "stroke-dasharray", "3 3", "stroke-width", 1.5);
        drawAxis(svg, width, palette);
        drawLandmark(svg, width, palette);
        for (int line = 0; line < lines.size(); line++) {
            drawLine(svg, line, width, palette);
        }
        drawChanceLabel(svg, right, palette);
        return svg;
    }

    /** Above all bars, which may reach as low. */
    private void drawChanceLabel(Svg svg, double right, Palette palette) {
        svg.text(
                right,
                y(chance) + 14,
                "chance",
                palette.chance(),
                "text-anchor",
                "end",
                "font-size",
                12,
                "stroke",
                palette.paper(),
                "stroke-width",
                4,
                "paint-order",
                "stroke");
    }

    private void drawLegend(Svg svg, Palette palette) {
        if (lines.size() < 2) {
            return;
        }
        for (int line = 0; line < lines.size(); line++) {
            double y = LEGEND_LINE * line + 10;
            svg.line(0, y, 24, y, colour(line, palette), "stroke-width", 2.0, "stroke-dasharray", dashes(line));
            drawMark(svg, line, 12, y, palette);
            svg.text(32, y + 4, lines.get(line).name(), palette.ink(), "font-size", 13);
        }
    }

    private void drawAxis(Svg svg, int width, Palette palette) {
        double bottom = y(lowest());
        NumberAxis numbers = numbers();
        for (double tick : numbers.ticks()) {
            double x = x(tick, width);
            svg.line(x, bottom, x, bottom + 5, palette.muted());
            svg.text(x, bottom + 20, NumberAxis.label(tick), palette.muted(), "text-anchor", "middle", "font-size", 12);
        }
        svg.text(
                (LEFT + width - RIGHT) / 2,
                bottom + 40,
                axis,
                palette.muted(),
                "text-anchor",
                "middle",
                "font-size",
                12);
    }

    private void drawLandmark(Svg svg, int width, Palette palette) {
        if (landmark == null || landmark.number() < smallest() || landmark.number() > largest()) {
            return;
        }
        double x = x(landmark.number(), width);
        svg.line(x, y(1), x, y(lowest()), palette.chance(), "stroke-width", 1.0, "stroke-dasharray", "2 3");
        svg.text(x + 6, y(lowest()) - 6, landmark.name(), palette.chance(), "font-size", 12);
    }

    private void drawLine(Svg svg, int line, int width, Palette palette) {
        String colour = colour(line, palette);
        double aside = ASIDE * (line - (lines.size() - 1) / 2.0);
        svg.polyline(
                lines.get(line).points().stream()
                        .map(point -> new Svg.Corner(x(point.number(), width) + aside, y(point.share())))
                        .toList(),
                colour,
                dashes(line));
        for (Point point : lines.get(line).points()) {
            double x = x(point.number(), width) + aside;
            if (point.interval() != null) {
                double low = y(point.interval().low());
                double high = y(point.interval().high());
                svg.line(x, low, x, high, colour, "stroke-width", 2.0);
                svg.line(x - 4, low, x + 4, low, colour, "stroke-width", 1.5);
                svg.line(x - 4, high, x + 4, high, colour, "stroke-width", 1.5);
            }
            drawMark(svg, line, x, y(point.share()), palette);
            if (point.published() != null) {
                String diamond = "M%s %s l5 5 l-5 5 l-5 -5 z"
                        .formatted(Numbers.fixed(x, 2), Numbers.fixed(y(point.published()) - 5, 2));
                svg.shape("path", "d", diamond, "fill", palette.paper(), "stroke", palette.ink(), "stroke-width", 1.5);
            }
        }
    }

    /** Told apart without colours too, by marks and dashes. The fifth line has the dashes and the mark of the second, and the colour of the first. */
    private static void drawMark(Svg svg, int line, double x, double y, Palette palette) {
        LineMark.values()[style(line)].draw(svg, x, y, colour(line, palette), palette.paper());
    }

    private static String dashes(int line) {
        return LineMark.values()[style(line)].dashes();
    }

    private static int style(int line) {
        return (line + line / LineMark.values().length) % LineMark.values().length;
    }

    private static String colour(int line, Palette palette) {
        return List.of(palette.student(), palette.teacher(), palette.control(), palette.ink())
                .get(line % 4);
    }

    private double x(double number, int width) {
        double span = width - LEFT - RIGHT - 2 * INSET;
        return LEFT + INSET + span * numbers().position(number);
    }

    private double y(double share) {
        return top() + PLOT_HEIGHT * (1 - share) / (1 - lowest());
    }

    private double top() {
        return (lines.size() < 2 ? 0 : LEGEND_LINE * lines.size()) + 12;
    }

    /** Where the axis of the shares begins: at 0, or at a round number below all of them. */
    private double lowest() {
        double lowest = Stream.concat(
                        Stream.of(chance),
                        points().flatMap(point -> Stream.of(
                                point.share(),
                                point.interval() == null
                                        ? point.share()
                                        : point.interval().low(),
                                point.published() == null ? point.share() : point.published())))
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
        return lowest < 0.25 ? 0 : Math.floor((lowest - 0.05) * 5) / 5;
    }

    private NumberAxis numbers() {
        boolean whole = points().allMatch(point -> point.number() == Math.rint(point.number()));
        return new NumberAxis(smallest(), largest(), logarithmic, whole);
    }

    private double smallest() {
        return number(points -> points.get(0).number(), true);
    }

    private double largest() {
        return number(points -> points.get(points.size() - 1).number(), false);
    }

    private double number(ToDoubleFunction<List<Point>> end, boolean smallest) {
        double[] sorted =
                lines.stream().map(Polyline::points).mapToDouble(end).sorted().toArray();
        return sorted[smallest ? 0 : sorted.length - 1];
    }

    private Stream<Point> points() {
        return lines.stream().flatMap(line -> line.points().stream());
    }
}
