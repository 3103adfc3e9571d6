package io.github.distillmaven.report.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.distillmaven.gate.Outcome;
import io.github.distillmaven.metrics.TestAccuracy;
import io.github.distillmaven.report.GateResult;
import io.github.distillmaven.report.Publication;
import io.github.distillmaven.report.Subject;
import io.github.distillmaven.report.Templates;
import io.github.distillmaven.report.WrittenReport;
import io.github.distillmaven.report.account.LogSummary;
import io.github.distillmaven.report.export.Exports;
import io.github.distillmaven.report.export.Markdown;
import io.github.distillmaven.report.figure.Picture;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.sweep.CellResults;
import io.github.distillmaven.results.sweep.SweepNumbers;
import io.github.distillmaven.results.sweep.SweptAxis;
import org.jspecify.annotations.Nullable;

/**
 * Writes the page of a sweep, and its numbers beside it.
 *
 * @param experiment name of the sweep
 * @param settings that are swept
 * @param cells in their order, at least one; each has its own page in a folder of its name
 * @param trends what came out of what is expected between cells
 */
public record SweepReport(String experiment, List<String> settings, List<CellResults> cells, List<Outcome> trends) {

    private static final String RESERVATION =
            "The best of several cells is chosen by the test set, and so looks better than it is. To choose a setting, hold out training examples with <validation>. Each interval is for its own cell.";

    /** How many cells a Markdown table shows, which others can show in full. */
    private static final int MOST_ROWS = 50;

    public SweepReport {
        settings = List.copyOf(settings);
        cells = List.copyOf(cells);
        trends = List.copyOf(trends);
    }

    /**
     * Writes {@code report/}, {@code sweep.json}, {@code cells.csv} and {@code summary.md}.
     *
     * @param folder of the sweep, with those of its cells
     */
    public WrittenReport write(Path folder) throws IOException {
        Templates templates = new Templates();
        List<SweepRow> rows = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (CellResults cell : cells) {
            GateResult gate = GateResult.read(folder.resolve(cell.name()));
            rows.add(SweepRow.of(cell, settings, gate));
            outcomes.addAll(gate.outcomes());
        }
        outcomes.addAll(trends);
        Publication publication = new Publication();
        publication.replaceFolder(folder.resolve("report"), report -> {
            Optional<SweepFigure.Captioned> figure = new SweepFigure(cells, drawn(), chance()).draw();
            Picture picture = figure.isEmpty()
                    ? null
                    : Picture.write(report, "sweep", figure.get().figure(), Subject.PAGE_WIDTH);
            templates.write(report.resolve("index.html"), "sweep", page(rows, picture, figure));
            templates.copyStyleSheet(report);
        });
        String markdown = markdown(rows);
        publication.replaceFiles(folder, files -> {
            SweepNumbers.of(experiment, settings, cells).write(files);
            new CellTable(settings, cells).write(files);
            new GateResult(outcomes).write(files);
            Files.writeString(files.resolve(Exports.SUMMARY), markdown, StandardCharsets.UTF_8);
        });
        Path page = folder.resolve("report").resolve("index.html");
        return new WrittenReport(
                page,
                folder.resolve(SweepNumbers.NAME),
                List.of(LogSummary.plain(experiment + ": " + swept() + " " + answer()), "Report: " + page),
                markdown);
    }

    private SweepPage page(List<SweepRow> rows, @Nullable Picture picture, Optional<SweepFigure.Captioned> figure) {
        return new SweepPage(
                experiment,
                swept(),
                answer(),
                RESERVATION,
                settings,
                controls(),
                picture,
                figure.map(SweepFigure.Captioned::caption).orElse(""),
                rows,
                trends);
    }

    private List<SweptAxis> axes() {
        return settings.stream().map(path -> SweptAxis.of(path, cells)).toList();
    }

    /** Those that cells differ in. */
    private List<SweptAxis> drawn() {
        List<SweptAxis> several =
                axes().stream().filter(axis -> axis.values().size() > 1).toList();
        return several.isEmpty() ? axes() : several;
    }

    /** {@code 6 cells with 3 replicates each: teacher.epochs 1, 2, 4; student.network cnn, mlp.} */
    private String swept() {
        int replicates = cells.get(0).replicates();
        return "%s %s with %s %s each: %s."
                .formatted(
                        Numbers.count(cells.size()),
                        cells.size() == 1 ? "cell" : "cells",
                        replicates,
                        replicates == 1 ? "replicate" : "replicates",
                        axes().stream()
                                .map(axis -> axis.setting() + " " + String.join(", ", axis.values()))
                                .collect(Collectors.joining("; ")));
    }

    private String answer() {
        Comparator<CellResults> byAccuracy =
                Comparator.comparingDouble(cell -> cell.student().accuracy());
        List<CellResults> tested = cells.stream()
                .filter(cell -> !Double.isNaN(cell.student().accuracy()))
                .sorted(byAccuracy)
                .toList();
        if (tested.isEmpty()) {
            return "Nothing was tested.";
        }
        CellResults least = tested.get(0);
        CellResults most = tested.get(tested.size() - 1);
        return "Students read between %s (%s) and %s (%s) of the test set; chance is %s."
                .formatted(
                        Numbers.percent(least.student().accuracy()),
                        inWords(least),
                        Numbers.percent(most.student().accuracy()),
                        inWords(most),
                        Numbers.roundPercent(chance()));
    }

    private String markdown(List<SweepRow> rows) {
        Markdown text = new Markdown();
        text.heading(2, experiment);
        text.paragraph(Markdown.text(swept() + " " + answer()));
        List<String> head =
                new ArrayList<>(settings.stream().map(Markdown::text).toList());
        head.addAll(List.of("Student", "95% interval", "Teacher"));
        controls().forEach(control -> head.add(Markdown.text(control)));
        head.add("Agreement");
        text.numbers(head, rows.stream().limit(MOST_ROWS).map(this::cells).toList());
        if (rows.size() > MOST_ROWS) {
            text.paragraph("The first %s of %s cells; all are in `%s`."
                    .formatted(MOST_ROWS, Numbers.count(rows.size()), CellTable.FILE));
        }
        if (!trends.isEmpty()) {
            text.items(trends.stream().map(trend -> Markdown.text(trend.text())).toList());
        }
        text.paragraph(Markdown.text(RESERVATION));
        return text.document();
    }

    private List<String> cells(SweepRow row) {
        return Stream.of(
                        row.values().stream(),
                        Stream.of(row.accuracy(Results.STUDENT), row.interval(Results.STUDENT)),
                        Stream.of(row.accuracy(Results.TEACHER)),
                        controls().stream().map(row::accuracy),
                        Stream.of(row.agreement()))
                .flatMap(part -> part)
                .map(Markdown::text)
                .toList();
    }

    private List<String> controls() {
        return cells.get(0).arms().keySet().stream()
                .filter(arm -> !arm.equals(Results.TEACHER) && !arm.equals(Results.STUDENT))
                .toList();
    }

    private double chance() {
        int classes = cells.get(0)
                .results()
                .replicates()
                .get(0)
                .student()
                .taught()
                .givenLabels()
                .size();
        return new TestAccuracy().chance(classes).orElseThrow();
    }

    private static String inWords(CellResults cell) {
        Map<String, String> values = cell.values();
        return values.entrySet().stream()
                .map(value -> value.getKey() + " " + value.getValue())
                .collect(Collectors.joining(", "));
    }
}
