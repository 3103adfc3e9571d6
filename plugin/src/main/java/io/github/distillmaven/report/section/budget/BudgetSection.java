package io.github.distillmaven.report.section.budget;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import gg.jte.Content;
import io.github.distillmaven.report.Section;
import io.github.distillmaven.report.Subject;
import io.github.distillmaven.report.drawing.ExampleCurve;
import io.github.distillmaven.report.figure.Picture;
import org.jspecify.annotations.Nullable;
import org.kohsuke.MetaInfServices;

/** How accuracy depends on the number of examples, where students differ in that alone. */
@MetaInfServices(Section.class)
public final class BudgetSection implements Section {

    /**
     * What the template prints.
     *
     * @param agreement the figure of the agreement with the teacher; null where that is the accuracy
     * @param curves those of the figure
     * @param replicated whether there are several replicates
     * @param tested what the models are tested on
     * @param source where the published numbers are from; null if none is shown
     * @param file with the numbers
     */
    public record BudgetModel(
            Picture picture,
            @Nullable Picture agreement,
            List<RowGroup> curves,
            boolean replicated,
            String tested,
            @Nullable String source,
            String file) {

        public boolean several() {
            return curves.size() > 1;
        }

        /** Number of columns of the table. */
        public int columns() {
            return 4 + (replicated ? 1 : 0) + (source == null ? 0 : 1) + (agreement == null ? 0 : 2);
        }
    }

    /**
     * The rows of a curve, the fewest examples first.
     *
     * @param name what tells it from others; empty if there is no other
     */
    public record RowGroup(String name, List<BudgetRow> rows) {}

    @Override
    public String id() {
        return "budget";
    }

    @Override
    public String meaning() {
        return "test accuracy over the number of examples";
    }

    @Override
    public int place() {
        return 15;
    }

    @Override
    public String link() {
        return "Accuracy over examples";
    }

    @Override
    public Optional<Content> content(Subject subject) throws IOException {
        List<ExampleCurve> curves = ExampleCurve.of(subject.request(), subject.findings());
        if (curves.isEmpty()) {
            return Optional.empty();
        }
        new BudgetTable(curves).write(subject.folder());
        List<RowGroup> groups = curves.stream()
                .map(curve -> new RowGroup(
                        curve.name(),
                        curve.budgets().stream().map(BudgetRow::of).toList()))
                .toList();
        boolean published = groups.stream()
                .flatMap(group -> group.rows().stream())
                .anyMatch(row -> !row.published().isEmpty());
        Picture agreement = subject.request().teacherData().hasLabels()
                ? subject.picture(
                        "agreement-over-examples",
                        ExampleCurve.agreement(curves, subject.request(), subject.findings()),
                        Subject.PAGE_WIDTH)
                : null;
        return Optional.of(subject.content(
                "budget",
                new BudgetModel(
                        subject.picture(
                                "accuracy-over-examples",
                                ExampleCurve.plot(curves, subject.request(), subject.findings()),
                                Subject.PAGE_WIDTH),
                        agreement,
                        groups,
                        subject.request().replicated(),
                        subject.request().teacherData().tested(),
                        published ? subject.source() : null,
                        BudgetTable.FILE)));
    }
}
