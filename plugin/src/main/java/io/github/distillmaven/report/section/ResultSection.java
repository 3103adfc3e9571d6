package io.github.distillmaven.report.section;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import gg.jte.Content;
import io.github.distillmaven.report.Section;
import io.github.distillmaven.report.Subject;
import io.github.distillmaven.report.drawing.AccuracyPlot;
import io.github.distillmaven.report.drawing.TeacherErrorPlot;
import io.github.distillmaven.report.figure.Picture;
import io.github.distillmaven.report.figure.ScatterPlot;
import io.github.distillmaven.report.text.ArmRow;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.Evidence;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.jspecify.annotations.Nullable;
import org.kohsuke.MetaInfServices;

/**
 * The result: the accuracies of all models as a figure, what compares them, and all numbers of the first replicate. Not of points that a
 * teacher learnt, which are counted.
 */
@MetaInfServices(Section.class)
public final class ResultSection extends PageSection {

    /**
     * What the template prints.
     *
     * @param tested what all models are tested on
     * @param noun what several of its examples are called
     * @param comparison of replicates and controls; null if there is one run alone
     * @param teacherErrors the student against the teacher; null if there are too few replicates
     * @param results of the first replicate
     * @param attack what came of the attacks, in a sentence; empty if nothing was moved
     * @param source where the published numbers are from; null if there are none
     */
    public record ResultModel(
            long seed,
            boolean replicated,
            String tested,
            String noun,
            Picture accuracies,
            @Nullable Comparison comparison,
            @Nullable Picture teacherErrors,
            List<ResultRow> results,
            String attack,
            @Nullable String source) {}

    public ResultSection() {
        super("result", "test accuracies of all models, replicates, controls, and further measures", 20, "Result");
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
                "result",
                new ResultModel(
                        request.seed(),
                        request.replicated(),
                        request.teacherData().tested(),
                        request.teacherData().noun(),
                        subject.picture("accuracies", AccuracyPlot.of(findings), Subject.PAGE_WIDTH),
                        request.compares()
                                ? Comparison.of(
                                        request,
                                        findings,
                                        ArmRow.of(findings, subject.account().format()))
                                : null,
                        errors == null ? null : subject.picture("teacher-errors", errors, Subject.PANEL_WIDTH),
                        ResultRow.of(request, findings, images.first().student().lesson()),
                        subject.attack(),
                        subject.source())));
    }
}
