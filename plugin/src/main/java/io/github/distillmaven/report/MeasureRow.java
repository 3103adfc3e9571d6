package io.github.distillmaven.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Arm;
import io.github.distillmaven.results.Arms;
import io.github.distillmaven.results.Findings;
import io.github.distillmaven.results.Replicate;
import io.github.distillmaven.results.StudentNumbers;

/**
 * Further measures of one kind of student, each the mean over all replicates.
 *
 * @param transferSize smallest and largest number of training images
 * @param labelsChanged share of the treatment's labels that a control changed; empty for the treatment
 * @param given share of the training images that are answered with the given label
 * @param macroRecall mean recall of the classes on the test set
 * @param argmin share of the test images whose true class is called the least likely
 * @param majorityFloor test accuracy of always answering the most frequent given label
 * @param agreement with the teacher on all test images
 * @param agreementOnMistakes with the teacher on those that the teacher gets wrong
 * @param style class of the row in the style sheet
 */
public record MeasureRow(
        String name,
        String transferSize,
        String labelsChanged,
        String given,
        String macroRecall,
        String argmin,
        String majorityFloor,
        String agreement,
        String agreementOnMistakes,
        String style) {

    /** Of the treatment's students, then of each control's. */
    static List<MeasureRow> of(Arms arms, Findings findings) {
        List<MeasureRow> rows = new ArrayList<>();
        rows.add(of(arms.student(), "", findings.each(Replicate::student)));
        for (Arm arm : arms.controls()) {
            rows.add(of(
                    arm,
                    labelsChanged(arm, findings),
                    findings.each(
                            replicate -> replicate.controls().get(arm.name()).numbers())));
        }
        return rows;
    }

    private static String labelsChanged(Arm arm, Findings findings) {
        return Numbers.percent(
                findings.each(replicate -> replicate.controls().get(arm.name()).labelsChanged()).stream()
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(Double.NaN));
    }

    private static MeasureRow of(Arm arm, String labelsChanged, List<StudentNumbers> students) {
        return new MeasureRow(
                arm.name(),
                Numbers.counts(
                        students.stream().mapToInt(student -> student.transfer().size())),
                labelsChanged,
                mean(students, StudentNumbers::givenLabelAccuracy),
                mean(students, StudentNumbers::macroRecall),
                mean(students, student -> student.argmin().value()),
                mean(students, student -> student.majorityFloor().value()),
                mean(students, student -> student.agreement().overall().value()),
                mean(
                        students,
                        student -> student.agreement().whereTeacherIsWrong().value()),
                arm.role().style());
    }

    private static String mean(List<StudentNumbers> students, ToDoubleFunction<StudentNumbers> measure) {
        return Numbers.percent(students.stream().mapToDouble(measure).average().orElse(Double.NaN));
    }
}
