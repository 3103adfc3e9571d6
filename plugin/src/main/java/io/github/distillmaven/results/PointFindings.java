package io.github.distillmaven.results;

import java.util.List;

import io.github.distillmaven.dataset.points.PointResults;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.metrics.Proportion;
import io.github.distillmaven.metrics.Spread;

/**
 * The numbers of a two-dimensional experiment.
 *
 * @param arms right answers of every teacher, student and control
 * @param flips number of points that each student was trained on
 * @param attempts sets of points that were drawn for each seed
 */
public record PointFindings(Arms arms, List<Integer> flips, List<Integer> attempts) {

    public static PointFindings of(PointReportRequest request, PointEvidence evidence) {
        Published published = request.published();
        List<Arm> controls = request.controls().stream()
                .map(control -> Arm.of(
                        control,
                        evidence.students().stream()
                                .map(replicate -> correct(replicate.controls().get(control.name())))
                                .toList()))
                .toList();
        Arms arms = new Arms(
                // The points are drawn again until the teacher answers them all.
                Arm.selected(
                        "Teacher",
                        Role.TEACHER,
                        evidence.teachers().stream()
                                .map(teacher -> new Proportion(teacher.correct(), teacher.points()))
                                .toList(),
                        published == null ? null : published.teacherTestAccuracy()),
                Arm.measured(
                        "Student",
                        Role.STUDENT,
                        evidence.students().stream()
                                .map(replicate -> correct(replicate.student()))
                                .toList(),
                        published == null ? null : published.studentTestAccuracy(),
                        // Students of meaningless labels get more than half of the points right.
                        Nothing.among(controls, null)),
                controls);
        return new PointFindings(
                arms,
                evidence.students().stream()
                        .map(PointResults.Replicate::examples)
                        .toList(),
                evidence.teachers().stream().map(PointResults.Teacher::attempts).toList());
    }

    private static Proportion correct(PointResults.Student student) {
        return new Proportion(student.correct(), student.points());
    }

    /** The student, then the controls. */
    public List<Arm> students() {
        return arms.all().subList(1, arms.all().size());
    }

    /** Number of original points. */
    public int points() {
        return arms.student().tests().get(0).trials();
    }

    /** Of the number of points that changed their label. */
    public Spread flipSpread() {
        return Spread.of(flips.stream().map(Integer::doubleValue).toList());
    }

    /** How many seeds have a student at least as good as the published one; null if none was published. */
    public Integer reaching() {
        Arm student = arms.student();
        return student.published() == null
                ? null
                : (int) student.tests().stream()
                        .filter(test -> test.value() >= student.published())
                        .count();
    }

    /**
     * A quantile of an arm: the smallest number of right answers that at least such a share of the seeds does not exceed.
     *
     * @param share in (0, 1]
     */
    public static int quantile(Arm arm, double share) {
        int[] sorted =
                arm.tests().stream().mapToInt(Proportion::successes).sorted().toArray();
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /** How many seeds of an arm have so many right answers, from none to all. */
    public static int[] histogram(Arm arm) {
        int points = arm.tests().get(0).trials();
        int[] counts = new int[points + 1];
        arm.tests().forEach(test -> counts[test.successes()]++);
        return counts;
    }
}
