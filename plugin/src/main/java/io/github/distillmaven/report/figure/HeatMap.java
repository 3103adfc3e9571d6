package io.github.distillmaven.report.figure;

import java.util.DoubleSummaryStatistics;
import java.util.List;

import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.report.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Shares of two settings in a grid: the greater, the stronger the colour, with the number in each cell.
 *
 * @param description its main facts in words
 * @param down what the rows are
 * @param across what the columns are
 * @param rows names of the rows
 * @param columns names of the columns
 * @param shares in [0, 1], by row and column; null where there is none
 */
public record HeatMap(
        String description,
        String down,
        String across,
        List<String> rows,
        List<String> columns,
        List<List<@Nullable Double>> shares)
        implements Figure {

    private static final int ROW_HEIGHT = 36;
    private static final int HEAD = 46;
    private static final double LETTER = 7.5;
    /** Beyond which the ink of the number would be hard to read. */
    private static final double DARKEST = 0.5;

    private static final double LIGHTEST = 0.06;

    public HeatMap {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        shares = List.copyOf(shares);
    }

    @Override
    public int height(int width) {
        return HEAD + rows.size() * ROW_HEIGHT + 2;
    }

    @Override
    public Svg draw(int width, Palette palette) {
        Svg svg = new Svg(width, height(width), description);
        DoubleSummaryStatistics known = known();
        double left = left(width);
        double cell = (width - left - 1) / columns.size();
        svg.text(0, 14, down + " ↓   " + across + " →", palette.muted(), "font-size", 12);
        for (int column = 0; column < columns.size(); column++) {
            svg.text(
                    left + cell * (column + 0.5),
                    HEAD - 8.0,
                    shortened(columns.get(column), cell),
                    palette.ink(),
                    "text-anchor",
                    "middle",
                    "font-size",
                    12);
        }
        for (int row = 0; row < rows.size(); row++) {
            double top = HEAD + row * ROW_HEIGHT;
            svg.text(left - 10, top + 22, shortened(rows.get(row), left), palette.ink(), "text-anchor", "end");
            for (int column = 0; column < columns.size(); column++) {
                drawCell(svg, shares.get(row).get(column), left + cell * column, top, cell, known, palette);
            }
        }
        return svg;
    }

    private static void drawCell(
            Svg svg,
            @Nullable Double share,
            double x,
            double top,
            double cell,
            DoubleSummaryStatistics among,
            Palette palette) {
        double opacity = share == null ? 0 : LIGHTEST + (DARKEST - LIGHTEST) * relative(share, among);
        svg.shape(
                "rect",
                "x",
                x + 1,
                "y",
                top + 1,
                "width",
                cell - 2,
                "height",
                ROW_HEIGHT - 2.0,
                "fill",
                palette.student(),
                "fill-opacity",
                opacity,
                "stroke",
                palette.rule());
        String text = share == null ? Numbers.UNKNOWN : Numbers.percent(share);
        svg.text(
                x + cell / 2,
                top + 22,
                text,
                palette.ink(),
                "text-anchor",
                "middle",
                "font-size",
                Math.min(13, 13 * cell / (LETTER * (text.length() + 1))));
    }

    /** Of those that there are. */
    private DoubleSummaryStatistics known() {
        return shares.stream()
                .flatMap(List::stream)
                .filter(share -> share != null)
                .mapToDouble(share -> share)
                .summaryStatistics();
    }

    /** From 0 for the smallest to 1 for the largest. */
    private static double relative(double share, DoubleSummaryStatistics among) {
        double span = among.getMax() - among.getMin();
        return span == 0 ? 0.5 : (share - among.getMin()) / span;
    }

    /** Room for the names of the rows, at most a third of the whole. */
    private double left(int width) {
        int longest = rows.stream().mapToInt(String::length).max().orElse(0);
        return Math.min(width / 3.0, LETTER * longest + 16);
    }

    private static String shortened(String name, double room) {
        return Words.shortened(name, Math.max(2, (int) (room / LETTER) - 1));
    }
}
