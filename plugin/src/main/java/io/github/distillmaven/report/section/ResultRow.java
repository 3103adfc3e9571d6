package io.github.distillmaven.report.section;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.metrics.AgreementWhereTeacherIsWrong;
import io.github.distillmaven.metrics.GivenLabelAccuracy;
import io.github.distillmaven.metrics.MacroRecall;
import io.github.distillmaven.metrics.MajorityFloor;
import io.github.distillmaven.metrics.TeacherAgreement;
import io.github.distillmaven.metrics.TrainAccuracy;
import io.github.distillmaven.metrics.statistics.Proportion;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.ReportRequest;
import io.github.distillmaven.results.evidence.TaughtExamples;
import org.jspecify.annotations.Nullable;

/**
 * One line of the first replicate's result table.
 *
 * @param name what was measured
 * @param detail on what
 * @param value ours
 * @param interval Wilson's; empty where there is none
 * @param published the source's value; empty where one makes no sense
 * @param style class of the row in the style sheet
 */
public record ResultRow(String name, String detail, String value, String interval, String published, String style) {

    static List<ResultRow> of(ReportRequest request, Findings findings, TaughtExamples lesson) {
        Published published = request.published() == null ? Published.NOTHING : request.published();
        String noun = request.inputs().noun();
        String test = "on " + Numbers.count(findings.teacher().test().trials()) + " "
                + request.teacherData().tested();
        Results.ArmNumbers student = findings.student();
        List<ResultRow> rows = new ArrayList<>();
        boolean learnt = request.teacherData().hasLabels();
        if (learnt && !request.givenTeacher()) {
            rows.add(new ResultRow(
                    "Teacher",
                    "on its training set",
                    number(findings.teacher(), new TrainAccuracy()),
                    "",
                    orNone(published.teacherTrainAccuracy()),
                    "teacher"));
        }
        rows.add(measured(
                "Teacher", test, findings.teacher().test(), orNone(published.teacherTestAccuracy()), "teacher"));
        rows.add(new ResultRow(
                "Transfer set",
                "of " + Numbers.count(lesson.numbers().inputs()) + " labelled "
                        + request.inputs().examples(),
                Numbers.count(lesson.kept()),
                "",
                published.transferSize() == null ? Numbers.UNKNOWN : Numbers.count(published.transferSize()),
                ""));
        if (student.taught().size() < lesson.kept()) {
            rows.add(new ResultRow(
                    "Training " + noun,
                    "of the student, the first of the transfer set",
                    Numbers.count(student.taught().size()),
                    "",
                    "",
                    ""));
        }
        Integer wrong = student.taught().wrong();
        if (wrong != null) {
            rows.add(new ResultRow(
                    "Wrong labels", "among the student's training " + noun, Numbers.count(wrong), "", "", ""));
        }
        rows.add(new ResultRow(
                "Student", "on the labels it was given", number(student, new GivenLabelAccuracy()), "", "", "student"));
        rows.add(
                measured("Student", test, student.test(), orNone(published.studentTestAccuracy()), "student headline"));
        rows.add(measured(
                "Agreement",
                "student answers as the teacher does",
                student.value(new TeacherAgreement().label()).proportion(),
                "",
                ""));
        if (learnt) {
            Proportion mistakes =
                    student.value(new AgreementWhereTeacherIsWrong().label()).proportion();
            rows.add(measured(
                    "Agreement",
                    "on the " + Numbers.count(mistakes.trials()) + " test " + noun + " that the teacher gets wrong",
                    mistakes,
                    "",
                    ""));
        }
        if (request.compares()) {
            rows.add(new ResultRow(
                    "Macro recall",
                    "of the student, mean over the classes",
                    number(student, new MacroRecall()),
                    "",
                    "",
                    ""));
            rows.add(new ResultRow(
                    "Majority floor",
                    "always answering the label that was given most often",
                    number(student, new MajorityFloor()),
                    "",
                    "",
                    "chance"));
        }
        rows.add(new ResultRow(
                "Chance",
                "guessing among " + request.teacherData().classNames().size() + " classes",
                Numbers.roundPercent(findings.chance()),
                "",
                "",
                "chance"));
        return rows;
    }

    private static String number(Results.ArmNumbers arm, Metric metric) {
        return Numbers.of(metric.unit(), arm.value(metric.label()).number());
    }

    private static ResultRow measured(String name, String detail, Proportion measured, String published, String style) {
        String interval = measured.trials() == 0 ? "" : Numbers.interval(measured.wilson());
        return new ResultRow(name, detail, Numbers.percent(measured.value()), interval, published, style);
    }

    private static String orNone(@Nullable Double number) {
        return number == null ? Numbers.UNKNOWN : Numbers.publishedPercent(number);
    }
}
