package io.github.distillmaven.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.github.distillmaven.metrics.statistics.Range;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Role;
import org.jspecify.annotations.Nullable;

/**
 * Shares at several levels of a setting, which stand at equal distances: a line through the means of each series, with their intervals.
 *
 * @param what the shares are of
 * @param across what the levels are of
 * @param levels names from left to right
 * @param series one or two: the first is drawn solid, the second dashed
 */
public record LevelPlot(String what, String across, List<String> levels, List<Series> series) implements Figure {

    private static final int HEIGHT = 300;
    private static final double TOP = 14;
    private static final double BOTTOM = 244;
    private static final double LEFT = 48;
    private static final double RIGHT_MARGIN = 92;
    private static final double INSET = 24;
    private static final double LABEL_DISTANCE = 16;

    public LevelPlot {
        levels = List.copyOf(levels);
        series = List.copyOf(series);
    }

    /**
     * One line.
     *
     * @param points one per level
     */
    public record Series(String name, List<LevelPoint> points) {}

    /**
     * One mean.
     *
     * @param share in [0, 1]
     * @param interval null if there is none
     */
    public record LevelPoint(double share, @Nullable Range interval) {}

    @Override
    public String description() {
        return what + " by " + across + ". "
                + series.stream().map(this::inWords).collect(Collectors.joining("; ")) + ".";
    }

    private String inWords(Series line) {
        StringBuilder words = new StringBuilder(line.name()).append(':');
        for (int level = 0; level < levels.size(); level++) {
            words.append(level == 0 ? " " : ", ")
                    .append(levels.get(level))
                    .append(' ')
                    .append(Numbers.percent(line.points().get(level).share()));
        }
        return words.toString();
    }

    @Override
    public int height(int width) {
        return HEIGHT;
    }

    @Override
    public Svg draw(int width, Palette palette) {
        Svg svg = new Svg(width, HEIGHT, description());
        double right = width - RIGHT_MARGIN;
        for (int quarter = 0; quarter <= 4; quarter++) {
            double y = y(quarter / 4.0);
            svg.line(LEFT, y, right, y, palette.rule());
            svg.text(LEFT - 8, y + 4, 25 * quarter + "%", palette.muted(), "text-anchor", "end", "font-size", 12);
        }
        for (int level = 0; level < levels.size(); level++) {
            svg.text(
                    x(level, right),
                    BOTTOM + 20,
                    levels.get(level),
                    palette.muted(),
                    "text-anchor",
                    "middle",
                    "font-size",
                    12);
        }
        svg.text((LEFT + right) / 2, BOTTOM + 44, across, palette.ink(), "text-anchor", "middle", "font-size", 12);
        for (int index = 0; index < series.size(); index++) {
            drawSeries(svg, series.get(index), right, index > 0, palette);
        }
        drawNames(svg, right, palette);
        return svg;
    }

    private void drawSeries(Svg svg, Series line, double right, boolean dashed, Palette palette) {
        String colour = palette.of(Role.STUDENT);
        List<Svg.Corner> corners = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            corners.add(
                    new Svg.Corner(x(level, right), y(line.points().get(level).share())));
        }
        svg.polyline(corners, colour, dashed ? "5 4" : "none");
        for (int level = 0; level < levels.size(); level++) {
            drawPoint(svg, line.points().get(level), x(level, right), dashed ? palette.paper() : colour, colour);
        }
    }

    private static void drawPoint(Svg svg, LevelPoint point, double x, String fill, String colour) {
        Range interval = point.interval();
        if (interval != null) {
            svg.line(x, y(interval.low()), x, y(interval.high()), colour, "stroke-width", 1.5);
            svg.line(x - 5, y(interval.low()), x + 5, y(interval.low()), colour, "stroke-width", 1.5);
            svg.line(x - 5, y(interval.high()), x + 5, y(interval.high()), colour, "stroke-width", 1.5);
        }
        svg.shape(
                "circle",
                "cx",
                x,
                "cy",
                y(point.share()),
                "r",
                4.0,
                "fill",
                fill,
                "stroke",
                colour,
                "stroke-width",
                1.5);
    }

    /** Names sit at the ends of their lines, moved apart where these end close to each other: the second above. */
    private void drawNames(Svg svg, double right, Palette palette) {
        int last = levels.size() - 1;
        double first = y(series.get(0).points().get(last).share());
        if (series.size() > 1) {
            double second = y(series.get(1).points().get(last).share());
            double missing = Math.max(0, LABEL_DISTANCE - Math.abs(first - second)) / 2;
            boolean above = second <= first;
            first += above ? missing : -missing;
            second += above ? -missing : missing;
            svg.text(right + 4, second + 4, series.get(1).name(), palette.of(Role.STUDENT), "font-size", 12);
        }
        svg.text(
                right + 4,
                first + 4,
                series.get(0).name(),
                palette.of(Role.STUDENT),
                "font-size",
                12,
                "font-weight",
                700);
    }

    private double x(int level, double right) {
        return levels.size() == 1
                ? (LEFT + right) / 2
                : LEFT + INSET + (right - LEFT - 2 * INSET) * level / (levels.size() - 1);
    }

    private static double y(double share) {
        return BOTTOM - (BOTTOM - TOP) * share;
    }
}
