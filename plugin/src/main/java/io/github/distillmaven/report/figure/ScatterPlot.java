package io.github.distillmaven.report.figure;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Role;
import org.jspecify.annotations.Nullable;

/**
 * One share against another: a dot for each replicate, a diamond for what was published. The axes show the range of the data alone.
 *
 * @param description alternative text
 * @param across what the horizontal axis shows
 * @param up what the vertical axis shows
 * @param role whose colour the dots have
 * @param dots one per replicate, at least one
 * @param published null if it was not
 */
public record ScatterPlot(
        String description,
        String across,
        String up,
        Role role,
        List<Dot> dots,
        @Nullable Dot published) implements Figure {

    private static final int HEIGHT = 320;
    private static final double TOP = 30;
    private static final double BOTTOM = 266;
    private static final double LEFT = 58;
    private static final double RIGHT_MARGIN = 20;
    private static final double[] STEPS = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2};
    private static final int MOST_TICKS = 6;

    public ScatterPlot {
        dots = List.copyOf(dots);
    }

    /**
     * A point.
     *
     * @param x in [0, 1]; likewise y
     */
    public record Dot(double x, double y) {}

    /** Whole steps around all values. */
    private record Axis(double low, double high, double step) {

        static Axis around(DoubleStream values) {
            double[] sorted = values.sorted().toArray();
            double least = sorted[0];
            double most = sorted[sorted.length - 1];
            for (double step : STEPS) {
                double low = Math.max(0, Math.floor(least / step - 0.5) * step);
                double high = Math.min(1, Math.ceil(most / step + 0.5) * step);
                if ((high - low) / step <= MOST_TICKS + 1e-9) {
                    return new Axis(low, high, step);
                }
            }
            return new Axis(0, 1, STEPS[STEPS.length - 1]);
        }

        int ticks() {
            return (int) Math.round((high - low) / step);
        }

        String label(int tick) {
            double share = low + tick * step;
            return step < 0.01 ? Numbers.percent(share) : Numbers.roundPercent(share);
        }

        double at(double value) {
            return (value - low) / (high - low);
        }
    }

    @Override
    public int height(int width) {
        return HEIGHT;
    }

    @Override
    public Svg draw(int width, Palette palette) {
        Svg svg = new Svg(width, HEIGHT, description);
        double right = width - RIGHT_MARGIN;
        Axis horizontal = Axis.around(values(Dot::x));
        Axis vertical = Axis.around(values(Dot::y));
        for (int tick = 0; tick <= vertical.ticks(); tick++) {
            double y = BOTTOM - (BOTTOM - TOP) * tick / vertical.ticks();
            svg.line(LEFT, y, right, y, palette.rule());
            svg.text(LEFT - 8, y + 4, vertical.label(tick), palette.muted(), "text-anchor", "end", "font-size", 12);
        }
        for (int tick = 0; tick <= horizontal.ticks(); tick++) {
            double x = LEFT + (right - LEFT) * tick / horizontal.ticks();
            svg.line(x, BOTTOM, x, BOTTOM + 5, palette.muted());
            svg.text(x, BOTTOM + 20, horizontal.label(tick), palette.muted(), "text-anchor", "middle", "font-size", 12);
        }
        svg.text(0, 14, up, palette.ink(), "font-size", 12);
        svg.text((LEFT + right) / 2, BOTTOM + 42, across, palette.ink(), "text-anchor", "middle", "font-size", 12);
        for (Dot dot : dots) {
            svg.shape(
                    "circle",
                    "cx",
                    LEFT + (right - LEFT) * horizontal.at(dot.x()),
                    "cy",
                    BOTTOM - (BOTTOM - TOP) * vertical.at(dot.y()),
                    "r",
                    5.0,
                    "fill",
                    palette.of(role),
                    "fill-opacity",
                    0.75);
        }
        if (published != null) {
            drawPublished(
                    svg,
                    LEFT + (right - LEFT) * horizontal.at(published.x()),
                    BOTTOM - (BOTTOM - TOP) * vertical.at(published.y()),
                    palette);
        }
        return svg;
    }

    private static void drawPublished(Svg svg, double x, double y, Palette palette) {
        String diamond = "M%s %s l6 6 l-6 6 l-6 -6 z".formatted(Numbers.fixed(x, 2), Numbers.fixed(y - 6, 2));
        svg.shape("path", "d", diamond, "fill", palette.paper(), "stroke", palette.ink(), "stroke-width", 1.5);
        svg.text(x + 12, y + 4, "published", palette.muted(), "font-size", 12);
    }

    private DoubleStream values(ToDoubleFunction<Dot> coordinate) {
        DoubleStream measured = dots.stream().mapToDouble(coordinate);
        return published == null
                ? measured
                : DoubleStream.concat(measured, DoubleStream.of(coordinate.applyAsDouble(published)));
    }
}
