package io.github.distillmaven.report.section;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import gg.jte.Content;
import io.github.distillmaven.report.Section;
import io.github.distillmaven.report.Subject;
import io.github.distillmaven.report.drawing.TeacherErrorPlot;
import io.github.distillmaven.report.figure.Picture;
import io.github.distillmaven.report.figure.ScatterPlot;
import io.github.distillmaven.report.text.ArmRow;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.Evidence;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.jspecify.annotations.Nullable;
import org.kohsuke.MetaInfServices;

/** What compares all models, and all numbers of the first replicate. Not of points that a teacher learnt. */
@MetaInfServices(Section.class)
public final class NumbersSection extends PageSection {

    /**
     * What the template prints.
     *
     * @param noun what several examples of the test set are called
     * @param comparison of replicates and controls; null if there is one run alone
     * @param teacherErrors the student against the teacher; null if there are too few replicates
     * @param results of the first replicate
     * @param source where the published numbers are from; null if there are none
     */
    public record NumbersModel(
            long seed,
            boolean replicated,
            String noun,
            @Nullable Comparison comparison,
            @Nullable Picture teacherErrors,
            List<ResultRow> results,
            @Nullable String source) {}

    public NumbersSection() {
        super("numbers", "what compares replicates, controls and students, and all numbers of one seed", 45, "Numbers");
    }

    @Override
    public Optional<Content> content(Subject subject) throws IOException {
        Evidence images = subject.evidence();
        if (images.isOfLearntPoints()) {
            return Optional.empty();
        }
        ReportRequest request = images.request();
        Findings findings = subject.findings();
        ScatterPlot errors = TeacherErrorPlot.of(request, findings);
        return Optional.of(subject.content(
                "numbers",
                new NumbersModel(
                        request.seed(),
                        request.replicated(),
                        request.teacherData().noun(),
                        request.compares()
                                ? Comparison.of(
                                        request,
                                        findings,
                                        ArmRow.of(findings, subject.account().format()))
                                : null,
                        errors == null ? null : subject.picture("teacher-errors", errors, Subject.PANEL_WIDTH),
                        ResultRow.of(request, findings, images.first().student().lesson()),
                        subject.source())));
    }
}
