package io.github.distillmaven.report.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.distillmaven.metrics.statistics.Interval;
import io.github.distillmaven.report.figure.DotPlot;
import io.github.distillmaven.report.figure.Figure;
import io.github.distillmaven.report.figure.HeatMap;
import io.github.distillmaven.report.figure.LinePlot;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.Role;
import io.github.distillmaven.results.sweep.ArmMean;
import io.github.distillmaven.results.sweep.CellResults;
import io.github.distillmaven.results.sweep.SweptAxis;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep looks like: over one setting with numbers a line for each arm, over one with names a row of dots for each; over two settings a
 * line for each value of one, or a heat map where there are many or no numbers. More than two are left to the table.
 *
 * @param cells of the sweep
 * @param axes those settings that have several values
 * @param chance test accuracy of guessing
 */
record SweepFigure(List<CellResults> cells, List<SweptAxis> axes, double chance) {

    private static final int MOST_LINES = 4;
    private static final int MOST_ARMS = 6;
    private static final int MOST_DOTS = 24;

    /** A figure and what stands below it. */
    record Captioned(Figure figure, String caption) {}

    Optional<Captioned> draw() {
        if (axes.size() == 1) {
            SweptAxis axis = axes.get(0);
            return axis.isNumeric() && axis.values().size() > 1 ? Optional.of(arms(axis)) : dots();
        }
        if (axes.size() == 2 && isGrid()) {
            SweptAxis first = axes.get(0);
            SweptAxis second = axes.get(1);
            if (first.isNumeric() && second.values().size() <= MOST_LINES) {
                return Optional.of(students(first, second));
            }
            return Optional.of(
                    second.isNumeric() && first.values().size() <= MOST_LINES
                            ? students(second, first)
                            : heat(first, second));
        }
        return axes.size() < 3 ? dots() : Optional.empty();
    }

    private boolean isGrid() {
        return cells.size()
                == axes.stream().mapToInt(axis -> axis.values().size()).reduce(1, (one, other) -> one * other);
    }

    private Captioned arms(SweptAxis axis) {
        Map<String, List<LinePlot.Point>> points = new LinkedHashMap<>();
        points.put(Results.STUDENT, new ArrayList<>());
        points.put(Results.TEACHER, new ArrayList<>());
        for (CellResults cell : sorted(axis)) {
            cell.arms().forEach((arm, mean) -> {
                if (!Double.isNaN(mean.accuracy()) && (points.containsKey(arm) || points.size() < MOST_ARMS)) {
                    points.computeIfAbsent(arm, none -> new ArrayList<>()).add(point(cell, axis, mean));
                }
            });
        }
        return new Captioned(
                plot(axis, points),
                "Mean test accuracy of each arm over %s%s. %s %s"
                        .formatted(axis.setting(), scale(axis), intervals(), LinePlot.SET_APART));
    }

    private Captioned students(SweptAxis across, SweptAxis lines) {
        Map<String, List<LinePlot.Point>> points = new LinkedHashMap<>();
        for (String value : lines.values()) {
            List<LinePlot.Point> line = sorted(across).stream()
                    .filter(cell -> value.equals(cell.values().get(lines.setting())))
                    .filter(cell -> !Double.isNaN(cell.student().accuracy()))
                    .map(cell -> point(cell, across, cell.student()))
                    .toList();
            points.put(lines.setting() + " " + value, line);
        }
        return new Captioned(
                plot(across, points),
                "Mean test accuracy of the student over %s%s, a line for each %s. %s %s"
                        .formatted(across.setting(), scale(across), lines.setting(), intervals(), LinePlot.SET_APART));
    }

    private Captioned heat(SweptAxis down, SweptAxis across) {
        Map<List<String>, Double> all = new LinkedHashMap<>();
        for (CellResults cell : cells) {
            double accuracy = cell.student().accuracy();
            if (!Double.isNaN(accuracy)) {
                all.put(List.of(value(cell, down), value(cell, across)), accuracy);
            }
        }
        List<List<@Nullable Double>> shares = new ArrayList<>();
        for (String row : down.values()) {
            List<@Nullable Double> line = new ArrayList<>();
            across.values().forEach(column -> line.add(all.get(List.of(row, column))));
            shares.add(line);
        }
        return new Captioned(
                new HeatMap(
                        "Test accuracy of the student by %s and %s. The table below has the numbers."
                                .formatted(down.setting(), across.setting()),
                        down.setting(),
                        across.setting(),
                        down.values(),
                        across.values(),
                        shares),
                "Mean test accuracy of the student by %s and %s; the stronger the colour, the higher."
                        .formatted(down.setting(), across.setting()));
    }

    private Optional<Captioned> dots() {
        if (cells.size() > MOST_DOTS) {
            return Optional.empty();
        }
        List<DotPlot.Track> tracks = cells.stream().map(this::track).toList();
        return Optional.of(new Captioned(
                new DotPlot("Accuracy on the test set. " + DotPlot.inWords(tracks), tracks),
                "Mean test accuracy of each cell: teacher, student and controls. " + intervals()));
    }

    private DotPlot.Track track(CellResults cell) {
        Map<String, ArmMean> arms = cell.arms();
        String name = axes.stream()
                .map(axis -> axis.setting() + " " + value(cell, axis))
                .collect(Collectors.joining(", "));
        return new DotPlot.Track(
                name,
                "teacher %s, student %s"
                        .formatted(
                                Numbers.percent(accuracy(arms.get(Results.TEACHER))),
                                Numbers.percent(accuracy(arms.get(Results.STUDENT)))),
                chance,
                arms.values().stream()
                        .map(mean -> new DotPlot.Mark(role(mean), mean.accuracy(), interval(mean)))
                        .toList(),
                null);
    }

    private LinePlot plot(SweptAxis axis, Map<String, List<LinePlot.Point>> points) {
        List<LinePlot.Polyline> lines = points.entrySet().stream()
                .filter(line -> !line.getValue().isEmpty())
                .map(line -> new LinePlot.Polyline(line.getKey(), line.getValue()))
                .toList();
        String words = lines.stream()
                .map(line -> line.name() + " "
                        + line.points().stream()
                                .map(point -> Numbers.percent(point.share()))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        return new LinePlot(
                "Test accuracy over %s of %s: %s.".formatted(axis.setting(), String.join(", ", axis.values()), words),
                axis.setting(),
                axis.isWide(),
                lines,
                chance,
                null);
    }

    private List<CellResults> sorted(SweptAxis axis) {
        return cells.stream()
                .sorted(Comparator.comparingInt(cell -> axis.values().indexOf(value(cell, axis))))
                .toList();
    }

    private static LinePlot.Point point(CellResults cell, SweptAxis axis, ArmMean mean) {
        return new LinePlot.Point(Double.parseDouble(value(cell, axis)), mean.accuracy(), interval(mean), null);
    }

    private String intervals() {
        return cells.stream().anyMatch(cell -> cell.replicates() > 1)
                ? "Bars: 95% t intervals of the means over the replicates. Dashed: chance."
                : "Bars: Wilson’s 95% intervals, which cover the choice of test inputs alone. Dashed: chance.";
    }

    private static String scale(SweptAxis axis) {
        return axis.isWide() ? ", which stands on a logarithmic axis" : "";
    }

    private static @Nullable Interval interval(ArmMean mean) {
        Results.Bounds bounds = mean.interval();
        return bounds == null ? null : new Interval(bounds.low(), bounds.high());
    }

    private static Role role(ArmMean mean) {
        for (Role role : Role.values()) {
            if (role.label().equals(mean.role())) {
                return role;
            }
        }
        return Role.COMPARISON;
    }

    private static double accuracy(@Nullable ArmMean mean) {
        return mean == null ? Double.NaN : mean.accuracy();
    }

    private static String value(CellResults cell, SweptAxis axis) {
        return cell.values().getOrDefault(axis.setting(), "");
    }
}
