package io.github.distillmaven.report.section.variation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import gg.jte.Content;
import io.github.distillmaven.metrics.statistics.Range;
import io.github.distillmaven.report.Section;
import io.github.distillmaven.report.Subject;
import io.github.distillmaven.report.figure.LevelPlot;
import io.github.distillmaven.report.figure.Picture;
import io.github.distillmaven.report.section.PageSection;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Results;
import org.kohsuke.MetaInfServices;

/** How many images of the omitted classes students recognise, by the temperature of the labels that they learnt. */
@MetaInfServices(Section.class)
public final class RecallSection extends PageSection {

    private static final String RECALL = "omitted";

    private static final List<Column> COLUMNS = List.of(
            new Column(RECALL, "Recall"),
            new Column("omitted-with-bias", "Recall with bias"),
            new Column("test", "Test accuracy"),
            new Column("test-with-bias", "Test accuracy with bias"));

    /** The right answers on an evaluation set, under a head. */
    private record Column(String set, String head) {}

    /**
     * What the template prints.
     *
     * @param omitted names of the omitted classes
     * @param heads of the columns of numbers
     * @param biased whether a bias was chosen
     */
    public record RecallModel(
            boolean replicated,
            String omitted,
            Picture picture,
            List<String> heads,
            List<Line> lines,
            boolean biased) {}

    /**
     * One row of the table.
     *
     * @param labels what the students learnt
     * @param arm whose students
     * @param numbers one per column
     */
    public record Line(String labels, String arm, List<String> numbers) {}

    public RecallSection() {
        super("recall", "recall of omitted classes by the temperature of labels", 23, "Recall");
    }

    @Override
    public Optional<Content> content(Subject subject) throws IOException {
        List<Column> columns = COLUMNS.stream()
                .filter(column -> subject.request().evaluationSets().contains(column.set()))
                .toList();
        List<RecallRow> rows = RecallRow.of(
                        subject.request(), subject.findings().results())
                .stream()
                .filter(row -> columns.stream().allMatch(column -> row.on(column.set()) != null))
                .toList();
        boolean recalled = columns.stream().anyMatch(column -> column.set().equals(RECALL));
        return recalled && rows.size() > 1 ? Optional.of(content(subject, columns, rows)) : Optional.empty();
    }

    private static Content content(Subject subject, List<Column> columns, List<RecallRow> rows) throws IOException {
        List<String> classes = subject.request().teacherData().classNames();
        String omitted = IntStream.range(0, classes.size())
                .filter(subject.request().setup().omittedClasses()::contains)
                .mapToObj(classes::get)
                .collect(Collectors.joining(", "));
        List<LevelPlot.Series> series = new ArrayList<>();
        columns.stream()
                .map(Column::set)
                .filter(set -> set.startsWith(RECALL))
                .forEach(set -> series.add(new LevelPlot.Series(
                        set.equals(RECALL) ? "raw" : "with bias",
                        rows.stream()
                                .map(row -> point(Objects.requireNonNull(row.on(set))))
                                .toList())));
        LevelPlot plot = new LevelPlot(
                "Recall of " + omitted,
                "temperature of the labels",
                rows.stream().map(RecallRow::level).toList(),
                series);
        return subject.content(
                "recall",
                new RecallModel(
                        subject.request().replicated(),
                        omitted,
                        subject.picture("recall", plot, Subject.PANEL_WIDTH),
                        columns.stream().map(Column::head).toList(),
                        rows.stream().map(row -> line(row, columns)).toList(),
                        series.size() > 1));
    }

    private static LevelPlot.LevelPoint point(Results.Statistics share) {
        Results.Bounds bounds = share.meanInterval();
        return new LevelPlot.LevelPoint(share.mean(), bounds == null ? null : new Range(bounds.low(), bounds.high()));
    }

    private static Line line(RecallRow row, List<Column> columns) {
        return new Line(
                row.level(),
                row.arm(),
                columns.stream()
                        .map(column -> Objects.requireNonNull(row.on(column.set())))
                        .map(share -> (Numbers.mean(share) + " " + Numbers.meanInterval(share)).strip())
                        .toList());
    }
}
