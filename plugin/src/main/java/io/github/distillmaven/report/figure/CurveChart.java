package io.github.distillmaven.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.github.distillmaven.metrics.History;
import io.github.distillmaven.metrics.History.Epoch;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Role;

/**
 * Accuracy over the epochs of a training: on the labels the model was given, and on the true labels of the test set.
 *
 * @param role whose training
 * @param trainLabel how to name the labels it was given
 * @param history may be empty
 * @param others those of other replicates, drawn thin
 * @param chance in [0, 1]
 */
public record CurveChart(Role role, String trainLabel, History history, List<History> others, double chance)
        implements Figure {

    private static final int HEIGHT = 250;
    private static final double TOP = 10;
    private static final double BOTTOM = 206;
    private static final double LEFT = 44;
    private static final double RIGHT_MARGIN = 92;
    private static final double LABEL_DISTANCE = 16;
    private static final int MOST_DOTS = 25;
    private static final int MOST_TICKS = 6;

    @Override
    public String description() {
        String name = role == Role.TEACHER ? "Teacher" : "Student";
        List<Epoch> epochs = history.epochs();
        if (epochs.isEmpty()) {
            return name + ": no epoch was trained.";
        }
        Epoch first = epochs.get(0);
        Epoch firstTested = epochs.stream()
                .filter(epoch -> !Double.isNaN(epoch.testAccuracy()))
                .findFirst()
                .orElse(first);
        Epoch last = epochs.get(epochs.size() - 1);
        return "%s over %s epochs: on %s from %s to %s, on the test set from %s to %s."
                .formatted(
                        name,
                        epochs.size(),
                        trainLabel,
                        Numbers.percent(first.trainAccuracy()),
                        Numbers.percent(last.trainAccuracy()),
                        Numbers.percent(firstTested.testAccuracy()),
                        Numbers.percent(last.testAccuracy()));
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
        svg.line(LEFT, y(chance), right, y(chance), palette.chance(), "stroke-dasharray", "3 3", "stroke-width", 1.5);
        // Below its line, but not among the numbers of the axis.
        double label = y(chance) + 14 < BOTTOM ? y(chance) + 14 : y(chance) - 5;
        svg.text(LEFT + 4, label, "chance", palette.chance(), "font-size", 12);
        drawEpochAxis(svg, right, palette);
        if (!history.epochs().isEmpty()) {
            others.forEach(other -> svg.shape(
                    "polyline",
                    "points",
                    Svg.points(corners(other, Epoch::testAccuracy, right)),
                    "fill",
                    "none",
                    "stroke",
                    palette.of(role),
                    "stroke-width",
                    1.0,
                    "stroke-opacity",
                    0.4));
            drawCurve(svg, Epoch::trainAccuracy, right, true, palette);
            drawCurve(svg, Epoch::testAccuracy, right, false, palette);
            drawEndLabels(svg, right, palette);
        }
        return svg;
    }

    private void drawEpochAxis(Svg svg, double right, Palette palette) {
        int epochs = history.epochs().size();
        int step = tickStep(epochs);
        for (int epoch = step; epoch <= epochs; epoch += step) {
            svg.text(
                    x(epoch - 1, right),
                    BOTTOM + 18,
                    String.valueOf(epoch),
                    palette.muted(),
                    "text-anchor",
                    "middle",
                    "font-size",
                    12);
        }
        svg.text((LEFT + right) / 2, BOTTOM + 38, "epoch", palette.muted(), "text-anchor", "middle", "font-size", 12);
    }

    /** Epochs from one tick to the next: 1, 2 or 5 times a power of ten. */
    private static int tickStep(int epochs) {
        for (int power = 1; ; power *= 10) {
            for (int factor : new int[] {1, 2, 5}) {
                if (factor * power * MOST_TICKS >= epochs) {
                    return factor * power;
                }
            }
        }
    }

    private void drawCurve(Svg svg, ToDoubleFunction<Epoch> accuracy, double right, boolean dashed, Palette palette) {
        List<Epoch> epochs = history.epochs();
        List<Svg.Corner> points = corners(history, accuracy, right);
        String colour = palette.of(role);
        svg.polyline(points, colour, dashed ? "5 4" : "none");
        if (epochs.size() <= MOST_DOTS) {
            for (int epoch = 0; epoch < epochs.size(); epoch++) {
                double value = accuracy.applyAsDouble(epochs.get(epoch));
                if (!Double.isNaN(value)) {
                    svg.shape(
                            "circle",
                            "cx",
                            x(epoch, right),
                            "cy",
                            y(value),
                            "r",
                            3.0,
                            "fill",
                            dashed ? palette.paper() : colour,
                            "stroke",
                            colour,
                            "stroke-width",
                            1.5);
                }
            }
        }
    }

    private List<Svg.Corner> corners(History drawn, ToDoubleFunction<Epoch> accuracy, double right) {
        List<Svg.Corner> corners = new ArrayList<>();
        for (int epoch = 0; epoch < drawn.epochs().size(); epoch++) {
            double value = accuracy.applyAsDouble(drawn.epochs().get(epoch));
            if (!Double.isNaN(value)) {
                corners.add(new Svg.Corner(x(epoch, right), y(value)));
            }
        }
        return corners;
    }

    /** Labels sit at the ends of their curves, moved apart where the curves end close to each other. */
    private void drawEndLabels(Svg svg, double right, Palette palette) {
        Epoch last = history.epochs().get(history.epochs().size() - 1);
        double train = y(known(last.trainAccuracy()));
        double test = y(known(last.testAccuracy()));
        double missing = Math.max(0, LABEL_DISTANCE - Math.abs(train - test)) / 2;
        boolean trainAbove = train <= test;
        train += trainAbove ? -missing : missing;
        test += trainAbove ? missing : -missing;
        double x = right + 10;
        svg.text(x, train + 4, trainLabel, palette.of(role), "font-size", 12);
        svg.text(x, test + 4, "test set", palette.of(role), "font-size", 12, "font-weight", 700);
    }

    private static double known(double accuracy) {
        return Double.isNaN(accuracy) ? 0 : accuracy;
    }

    private double x(int epoch, double right) {
        int epochs = history.epochs().size();
        double inset = 8;
        return epochs == 1 ? (LEFT + right) / 2 : LEFT + inset + (right - LEFT - 2 * inset) * epoch / (epochs - 1);
    }

    private static double y(double accuracy) {
        return BOTTOM - (BOTTOM - TOP) * accuracy;
    }
}
