package io.github.distillmaven.report.section;

import java.util.List;

import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.metrics.AgreementWhereTeacherIsWrong;
import io.github.distillmaven.metrics.GivenLabelAccuracy;
import io.github.distillmaven.metrics.TeacherAgreement;
import io.github.distillmaven.metrics.statistics.Proportion;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Results;

/**
 * One replicate in the table of all.
 *
 * @param teacher test accuracy
 * @param transferSize number of images the student was trained on
 * @param student test accuracy
 * @param interval Wilson's of the student; empty without test images
 * @param given share of its training images that the student answers with the given label
 * @param agreement with the teacher on all test images
 * @param agreementOnMistakes with the teacher on those that the teacher gets wrong
 * @param controls test accuracies, one per control
 */
public record ReplicateRow(
        String seed,
        String teacher,
        String transferSize,
        String student,
        String interval,
        String given,
        String agreement,
        String agreementOnMistakes,
        List<String> controls) {

    static ReplicateRow of(Results.Replicate replicate) {
        Results.ArmNumbers student = replicate.student();
        return new ReplicateRow(
                String.valueOf(replicate.seed()),
                percent(replicate.teacher().test()),
                Numbers.count(student.taught().size()),
                percent(student.test()),
                student.test().trials() == 0
                        ? ""
                        : Numbers.interval(student.test().wilson()),
                number(student, new GivenLabelAccuracy()),
                number(student, new TeacherAgreement()),
                number(student, new AgreementWhereTeacherIsWrong()),
                replicate.others().values().stream()
                        .map(control -> percent(control.test()))
                        .toList());
    }

    private static String number(Results.ArmNumbers student, Metric metric) {
        return Numbers.of(metric.unit(), student.value(metric.label()).number());
    }

    private static String percent(Proportion proportion) {
        return Numbers.percent(proportion.value());
    }
}
