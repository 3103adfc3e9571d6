package io.github.distillmaven.report;

import java.util.List;

import io.github.distillmaven.metrics.Proportion;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Replicate;
import io.github.distillmaven.results.StudentNumbers;

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

    static ReplicateRow of(Replicate replicate) {
        StudentNumbers student = replicate.student();
        return new ReplicateRow(
                String.valueOf(replicate.seed()),
                percent(replicate.teacher().test()),
                Numbers.count(student.transfer().size()),
                percent(student.test()),
                student.test().trials() == 0
                        ? ""
                        : Numbers.interval(student.test().wilson()),
                Numbers.percent(student.givenLabelAccuracy()),
                percent(student.agreement().overall()),
                percent(student.agreement().whereTeacherIsWrong()),
                replicate.controls().values().stream()
                        .map(contrast -> percent(contrast.numbers().test()))
                        .toList());
    }

    private static String percent(Proportion proportion) {
        return Numbers.percent(proportion.value());
    }
}
