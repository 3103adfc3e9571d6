package io.github.distillmaven.report.drawing;

import java.util.List;

import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.report.figure.ScatterPlot;
import io.github.distillmaven.report.figure.ScatterPlot.Dot;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Role;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.jspecify.annotations.Nullable;

/** Accuracy of each replicate's student against the error of its teacher, both on the test set. */
public final class TeacherErrorPlot {

    private static final int FEWEST = 3;

    private TeacherErrorPlot() {}

    /** The figure; null if there are too few replicates, no test images, or teachers that are right by definition or one and the same. */
    public static @Nullable ScatterPlot of(ReportRequest request, Findings findings) {
        if (findings.replicates().size() < FEWEST
                || !findings.tested()
                || !request.teacherData().hasLabels()
                || request.givenTeacher()) {
            return null;
        }
        List<Dot> dots = findings.each(replicate -> new Dot(
                1 - replicate.teacher().test().value(),
                replicate.student().test().value()));
        return new ScatterPlot(
                description(dots), "teacher’s error", "student’s accuracy", Role.STUDENT, dots, published(request));
    }

    private static @Nullable Dot published(ReportRequest request) {
        Published published = request.published();
        return published == null || published.teacherTestAccuracy() == null || published.studentTestAccuracy() == null
                ? null
                : new Dot(1 - published.teacherTestAccuracy(), published.studentTestAccuracy());
    }

    private static String description(List<Dot> dots) {
        double[] errors = dots.stream().mapToDouble(Dot::x).sorted().toArray();
        double[] accuracies = dots.stream().mapToDouble(Dot::y).sorted().toArray();
        return "%s replicates: teachers with errors from %s to %s, students with accuracies from %s to %s."
                .formatted(
                        dots.size(),
                        Numbers.percent(errors[0]),
                        Numbers.percent(errors[errors.length - 1]),
                        Numbers.percent(accuracies[0]),
                        Numbers.percent(accuracies[accuracies.length - 1]));
    }
}
