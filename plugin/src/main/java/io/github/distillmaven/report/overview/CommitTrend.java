package io.github.distillmaven.report.overview;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.distillmaven.report.baseline.BaselineComparison;
import io.github.distillmaven.report.baseline.BaselineRow;
import io.github.distillmaven.report.figure.LinePlot;
import io.github.distillmaven.report.figure.Picture;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.evidence.EarlierResults;
import org.jspecify.annotations.Nullable;

/**
 * How an experiment came out at several commits.
 *
 * @param experiment its name
 * @param picture test accuracy over the results, numbered in this order
 * @param rows one per result that names its commit, in the order in which it was committed
 */
public record CommitTrend(String experiment, Picture picture, List<CommitRow> rows) {

    /** By the time of the commit; those without one stay as they are, behind all others. */
    static final Comparator<OverviewRow> ORDER =
            Comparator.comparing(CommitTrend::committed, Comparator.nullsLast(Comparator.naturalOrder()));

    private static final String METRIC = "student.testAccuracy";
    private static final int TO_THE_MINUTE = "2026-11-27T01:45".length();

    public CommitTrend {
        rows = List.copyOf(rows);
    }

    /**
     * A result.
     *
     * @param number from 1
     * @param change of the student's test accuracy since the one before, in percentage points, with its interval if both have the
     *     same seeds, two or more; empty for the first, and if one of them was not tested
     */
    public record CommitRow(int number, OverviewRow result, String change) {

        private static CommitRow of(int number, List<OverviewRow> results) {
            String change = number == 1 ? "" : change(results.get(number - 2), results.get(number - 1));
            return new CommitRow(number, results.get(number - 1), change);
        }

        private static String change(OverviewRow before, OverviewRow now) {
            return BaselineComparison.between(new EarlierResults(before.name(), before.results()), now.results())
                    .rows()
                    .stream()
                    .filter(row -> row.metric().equals(METRIC))
                    .findFirst()
                    .map(BaselineRow::change)
                    .orElse("");
        }

        /** When it was committed, in UTC. */
        public String date() {
            return String.valueOf(committed(result)).substring(0, TO_THE_MINUTE).replace('T', ' ');
        }

        /** Whether files that git tracks differed from the commit. */
        public boolean changed() {
            return result.results().commit() != null
                    && result.results().commit().dirty();
        }
    }

    /**
     * Those of all experiments that have results of several commits.
     *
     * @param rows in this order
     * @param folder of the page, where their figures are written
     * @param width of the page in CSS pixels
     */
    static List<CommitTrend> among(List<OverviewRow> rows, Path folder, int width) throws IOException {
        Map<String, List<OverviewRow>> committed = rows.stream()
                .filter(row -> committed(row) != null)
                .collect(Collectors.groupingBy(
                        row -> row.results().experiment(), LinkedHashMap::new, Collectors.toList()));
        List<CommitTrend> trends = new ArrayList<>();
        for (Map.Entry<String, List<OverviewRow>> experiment : committed.entrySet()) {
            List<OverviewRow> results = experiment.getValue();
            List<LinePlot.Polyline> lines = lines(results);
            if (results.stream().map(OverviewRow::commit).distinct().count() < 2 || lines.isEmpty()) {
                continue;
            }
            LinePlot plot = new LinePlot(
                    description(experiment.getKey(), results),
                    "Result, by the time of its commit",
                    false,
                    lines,
                    results.get(0).chanceAccuracy(),
                    null);
            trends.add(new CommitTrend(
                    experiment.getKey(),
                    Picture.write(folder, "trend-" + (trends.size() + 1), plot, width),
                    IntStream.rangeClosed(1, results.size())
                            .mapToObj(number -> CommitRow.of(number, results))
                            .toList()));
        }
        return trends;
    }

    /** What the page says of the order of its rows. */
    static String order(List<OverviewRow> rows) {
        List<String> without = rows.stream()
                .filter(row -> committed(row) == null)
                .map(OverviewRow::name)
                .toList();
        if (without.isEmpty()) {
            return "In the order in which their commits were made.";
        }
        return without.size() == rows.size()
                ? "In the order of their paths, for none of them names its commit."
                : "In the order in which their commits were made. Last, in the order of their paths, those that name no commit: "
                        + String.join(", ", without) + ".";
    }

    private static List<LinePlot.Polyline> lines(List<OverviewRow> results) {
        return List.of(Results.STUDENT, Results.TEACHER).stream()
                .map(arm -> new LinePlot.Polyline(
                        arm,
                        IntStream.rangeClosed(1, results.size())
                                .mapToObj(number -> results.get(number - 1).point(number, arm))
                                .flatMap(Optional::stream)
                                .toList()))
                .filter(line -> line.points().size() > 1)
                .toList();
    }

    private static String description(String experiment, List<OverviewRow> results) {
        return "Test accuracy of %s. Students, by the time of the commit: %s."
                .formatted(
                        experiment, results.stream().map(OverviewRow::student).collect(Collectors.joining("; ")));
    }

    private static @Nullable Instant committed(OverviewRow row) {
        Results.Commit commit = row.results().commit();
        return commit == null ? null : Instant.parse(commit.time());
    }
}
