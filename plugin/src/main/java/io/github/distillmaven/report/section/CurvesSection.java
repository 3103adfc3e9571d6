package io.github.distillmaven.report.section;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import gg.jte.Content;
import io.github.distillmaven.metrics.History;
import io.github.distillmaven.report.Section;
import io.github.distillmaven.report.Subject;
import io.github.distillmaven.report.figure.CurveChart;
import io.github.distillmaven.report.figure.Picture;
import io.github.distillmaven.results.Role;
import io.github.distillmaven.results.evidence.Evidence;
import org.jspecify.annotations.Nullable;
import org.kohsuke.MetaInfServices;

/** How the accuracies of teacher and student rose during their trainings. */
@MetaInfServices(Section.class)
public final class CurvesSection extends PageSection {

    /**
     * What the template prints.
     *
     * @param teacher null if it was not trained
     * @param replicated whether there are other replicates
     */
    public record CurvesModel(@Nullable Picture teacher, Picture student, boolean replicated) {}

    public CurvesSection() {
        super("curves", "accuracies during the trainings", 36, "Curves");
    }

    @Override
    public Optional<Content> content(Subject subject) throws IOException {
        Evidence images = subject.evidence();
        if (!images.isOfImages()) {
            return Optional.empty();
        }
        double chance = subject.findings().chance();
        return Optional.of(subject.content(
                "curves",
                new CurvesModel(
                        subject.request().givenTeacher()
                                ? null
                                : subject.picture(
                                        "teacher-curves",
                                        new CurveChart(
                                                Role.TEACHER,
                                                "training set",
                                                images.first().teacher().history(),
                                                others(images, Evidence.Histories::teacher),
                                                chance),
                                        Subject.PANEL_WIDTH),
                        subject.picture(
                                "student-curves",
                                new CurveChart(
                                        Role.STUDENT,
                                        "given labels",
                                        images.first().student().model().history(),
                                        others(images, Evidence.Histories::student),
                                        chance),
                                Subject.PANEL_WIDTH),
                        subject.request().replicated())));
    }

    private static List<History> others(Evidence images, Function<Evidence.Histories, History> of) {
        return images.histories().stream().skip(1).map(of).toList();
    }
}
