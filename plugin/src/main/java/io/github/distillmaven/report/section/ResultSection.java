package io.github.distillmaven.report.section;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import gg.jte.Content;
import io.github.distillmaven.report.Section;
import io.github.distillmaven.report.Subject;
import io.github.distillmaven.report.drawing.AccuracyPlot;
import io.github.distillmaven.report.figure.Picture;
import io.github.distillmaven.results.Role;
import io.github.distillmaven.results.arms.Arm;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.Evidence;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.kohsuke.MetaInfServices;

/** The result: the accuracies of all models as a figure. Not of points that a teacher learnt, which are counted. */
@MetaInfServices(Section.class)
public final class ResultSection extends PageSection {

    /**
     * What the template prints.
     *
     * @param tested what all models are tested on
     * @param noun what several of its examples are called
     * @param published whether there are published numbers
     * @param below what stands below the student, in a sentence; empty if nothing does
     * @param attack what came of the attacks, in a sentence; empty if nothing was moved
     */
    public record ResultModel(
            boolean replicated,
            String tested,
            String noun,
            Picture accuracies,
            boolean published,
            String below,
            String attack) {}

    public ResultSection() {
        super("result", "test accuracies of all models, as a figure", 20, "Result");
    }

    @Override
    public Optional<Content> content(Subject subject) throws IOException {
        Evidence images = subject.evidence();
        if (images.isOfLearntPoints()) {
            return Optional.empty();
        }
        ReportRequest request = images.request();
        Findings findings = subject.findings();
        return Optional.of(subject.content(
                "result",
                new ResultModel(
                        request.replicated(),
                        request.teacherData().tested(),
                        request.teacherData().noun(),
                        subject.picture("accuracies", AccuracyPlot.of(findings), Subject.PAGE_WIDTH),
                        subject.source() != null,
                        request.compares() ? below(findings) : "",
                        subject.attack())));
    }

    private static String below(Findings findings) {
        List<Arm> others = findings.arms().controls();
        if (others.isEmpty()) {
            return "";
        }
        boolean controlsAlone = others.stream().allMatch(arm -> arm.role() == Role.CONTROL);
        return " Below the student: " + (controlsAlone ? "its controls." : "its controls, and other students.");
    }
}
