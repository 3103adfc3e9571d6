package io.github.distillmaven.report.section;

import java.io.IOException;
import java.util.Optional;

import gg.jte.Content;
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
     */
    public record CurvesModel(@Nullable Picture teacher, Picture student) {}

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
                                                chance),
                                        Subject.PANEL_WIDTH),
                        subject.picture(
                                "student-curves",
                                new CurveChart(
                                        Role.STUDENT,
                                        "given labels",
                                        images.first().student().model().history(),
                                        chance),
                                Subject.PANEL_WIDTH))));
    }
}
