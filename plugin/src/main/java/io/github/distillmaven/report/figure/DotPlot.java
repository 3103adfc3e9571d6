package io.github.distillmaven.report.figure;

import java.util.List;
import java.util.stream.Collectors;

import io.github.distillmaven.metrics.statistics.Interval;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Role;
import org.jspecify.annotations.Nullable;

/**
 * Accuracies on one axis from 0 to 100%: a dot and its interval for what was measured, above it a small dot for each replicate
 * that it is the mean of, a diamond for what was published, a dashed line for chance.
 *
 * @param description alternative text
 * @param rows from top to bottom
 */
public record DotPlot(String description, List<Track> rows) implements Figure {

    private static final int ROW_HEIGHT = 62;
    private static final int TRACK = 34;
    /** What a line of its own for the values takes, where they do not fit beside the name. */
    private static final int LINE = 19;

    private static final int FONT_SIZE = 14;
    /** Of a letter, in font sizes: wider than those of most fonts. */
    private static final double LETTER = 0.62;

    private static final int AXIS_HEIGHT = 42;
    private static final int LEGEND_HEIGHT = 28;
    private static final double DOT = 5;

    private static final double MARGIN = 10;

    public DotPlot {
        rows = List.copyOf(rows);
    }

    /**
     * One track.
     *
     * @param name what was measured
     * @param value the same as the marks, in words
     * @param chance in [0, 1]
     * @param marks measured accuracies
     * @param published null if none was
     */
    public record Track(
            String name,
            String value,
            double chance,
            List<Mark> marks,
            @Nullable Double published) {}

    /**
     * One dot.
     *
     * @param role whose it is
     * @param accuracy in [0, 1]; NaN is not drawn
     * @param interval null if it is not known
     * @param replicates the accuracies that it is the mean of; empty if it is none
     */
    public record Mark(Role role, double accuracy, @Nullable Interval interval, List<Double> replicates) {

        public Mark(Role role, double accuracy, @Nullable Interval interval) {
            this(role, accuracy, interval, List.of());
        }
    }

    @Override
    public int height(int width) {
        return legendHeight() + rows.size() * rowHeight(width) + AXIS_HEIGHT;
    }

    /** There is none where each row has one dot, which is what the row is named after. */
    private int legendHeight() {
        return roles().isEmpty() ? 0 : LEGEND_HEIGHT;
    }

    private List<Role> roles() {
        boolean several = rows.stream().anyMatch(row -> row.marks().size() > 1);
        return rows.stream()
                .filter(row -> several)
                .flatMap(row -> row.marks().stream())
                .filter(mark -> !Double.isNaN(mark.accuracy()))
                .map(Mark::role)
                .distinct()
                .sorted()
                .toList();
    }

    private int rowHeight(int width) {
        return ROW_HEIGHT + line(width);
    }

    private int line(int width) {
        boolean fits = rows.stream().allMatch(row -> textWidth(row.name() + "  " + row.value()) <= width);
        return fits ? 0 : LINE;
    }

    private static double textWidth(String text) {
        return LETTER * FONT_SIZE * text.length();
    }

    /** Smaller for a text that is longer than its line. */
    private static double fontSize(String text, int width) {
        return FONT_SIZE * Math.min(1, width / Math.max(1, textWidth(text)));
    }

    @Override
    public Svg draw(int width, Palette palette) {
        Svg svg = new Svg(width, height(width), description);
        double span = width - 2 * MARGIN;
        int line = line(width);
        int rowHeight = rowHeight(width);
        int legend = legendHeight();
        int bottom = legend + rows.size() * rowHeight;
        drawLegend(svg, width, palette);
        for (int quarter = 0; quarter <= 4; quarter++) {
            double x = MARGIN + span * quarter / 4;
            for (int row = 0; row < rows.size(); row++) {
                double y = legend + row * rowHeight + line + TRACK;
                svg.line(x, y - 6, x, y + 6, palette.rule());
            }
            String anchor = quarter == 0 ? "start" : quarter == 4 ? "end" : "middle";
            double labelX = quarter == 0 ? 0 : quarter == 4 ? width : x;
            svg.text(labelX, bottom + 14, 25 * quarter + "%", palette.muted(), "text-anchor", anchor);
        }
        for (int row = 0; row < rows.size(); row++) {
            drawRow(svg, rows.get(row), legend + row * rowHeight, line, width, palette);
        }
        drawChanceLabel(svg, bottom, span, palette);
        return svg;
    }

    private void drawLegend(Svg svg, int width, Palette palette) {
        double whole = roles().stream().mapToDouble(role -> legendWidth(role)).sum();
        double scale = Math.min(1, width / Math.max(1, whole));
        double x = 0;
        for (Role role : roles()) {
            svg.shape("circle", "cx", x + DOT, "cy", 10, "r", DOT, "fill", palette.of(role));
            svg.text(x + 3 * DOT, 14, legend(role), palette.ink(), "font-size", FONT_SIZE * scale);
            x += scale * legendWidth(role);
        }
    }

    private static double legendWidth(Role role) {
        return 5 * DOT + textWidth(legend(role));
    }

    private static String legend(Role role) {
        return role == Role.COMPARISON ? "further student" : role.style();
    }

    private static void drawRow(Svg svg, Track row, double top, int line, int width, Palette palette) {
        double span = width - 2 * MARGIN;
        double y = top + line + TRACK;
        double nameSize = fontSize(row.name(), width);
        double valueSize = fontSize(row.value(), width);
        svg.text(0, top + 15, row.name(), palette.ink(), "font-weight", 600, "font-size", nameSize);
        svg.text(
                line == 0 ? width : 0,
                top + line + 15,
                row.value(),
                palette.ink(),
                "text-anchor",
                line == 0 ? "end" : "start",
                "font-size",
                valueSize);
        svg.line(MARGIN, y, MARGIN + span, y, palette.rule(), "stroke-width", 2);
        double chance = MARGIN + span * row.chance();
        svg.line(chance, y - 11, chance, y + 11, palette.chance(), "stroke-width", 1.5, "stroke-dasharray", "3 2");
        for (Mark mark : row.marks()) {
            if (!Double.isNaN(mark.accuracy())) {
                drawMark(svg, mark, y, span, palette);
            }
        }
        if (row.published() != null) {
            drawPublished(svg, row.published(), y + 15, width, palette);
        }
    }

    private static void drawMark(Svg svg, Mark mark, double y, double span, Palette palette) {
        String colour = palette.of(mark.role());
        for (double replicate : mark.replicates()) {
            svg.shape(
                    "circle",
                    "cx",
                    MARGIN + span * replicate,
                    "cy",
                    y - 10,
                    "r",
                    3.0,
                    "fill",
                    colour,
                    "fill-opacity",
                    0.5);
        }
        if (mark.interval() != null) {
            double low = MARGIN + span * mark.interval().low();
            double high = MARGIN + span * mark.interval().high();
            double top = mark.replicates().isEmpty() ? y - 9 : y - 5;
            svg.line(low, y, high, y, colour, "stroke-width", 3);
            svg.line(low, top, low, y + 9, colour, "stroke-width", 1.5);
            svg.line(high, top, high, y + 9, colour, "stroke-width", 1.5);
        }
        svg.shape("circle", "cx", MARGIN + span * mark.accuracy(), "cy", y, "r", DOT, "fill", colour);
    }

    private static void drawPublished(Svg svg, double published, double y, int width, Palette palette) {
        double x = MARGIN + (width - 2 * MARGIN) * published;
        String diamond = "M%s %s l5 5 l-5 5 l-5 -5 z".formatted(Numbers.fixed(x, 2), Numbers.fixed(y - 5, 2));
        svg.shape("path", "d", diamond, "fill", palette.paper(), "stroke", palette.ink(), "stroke-width", 1.5);
        boolean leftOfMark = published > 0.5;
        svg.text(
                leftOfMark ? x - 11 : x + 11,
                y + 4,
                "published " + Numbers.publishedPercent(published),
                palette.muted(),
                "text-anchor",
                leftOfMark ? "end" : "start",
                "font-size",
                12);
    }

    private void drawChanceLabel(Svg svg, int bottom, double span, Palette palette) {
        List<Double> chances = rows.stream().map(Track::chance).distinct().toList();
        if (chances.size() == 1) {
            double x = MARGIN + span * chances.get(0);
            svg.text(
                    Math.max(0, x - 3),
                    bottom + 32,
                    "chance " + Numbers.roundPercent(chances.get(0)),
                    palette.chance(),
                    "font-size",
                    12,
                    "text-anchor",
                    chances.get(0) > 0.5 ? "end" : "start");
        }
    }

    /** The rows in words, for an alternative text. */
    public static String inWords(List<Track> rows) {
        return rows.stream().map(row -> row.name() + ": " + row.value()).collect(Collectors.joining("; ")) + ".";
    }
}
