package io.github.distillmaven.results;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.distillmaven.metrics.PairedDifference;
import io.github.distillmaven.metrics.Proportion;
import io.github.distillmaven.metrics.Range;
import io.github.distillmaven.metrics.Spread;

/** Puts the numbers of an experiment into the form of {@code results.json}. */
public final class ResultsComposer {

    private ResultsComposer() {}

    public static Results compose(ReportRequest request, Findings findings) {
        return new Results(
                Results.SCHEMA,
                request.experiment(),
                request.preset(),
                findings.each(ResultsComposer::replicate),
                summary(Arms.of(request, findings)),
                request.published());
    }

    private static Results.Replicate replicate(Replicate replicate) {
        TeacherNumbers teacher = replicate.teacher();
        Map<String, Results.Control> controls = new LinkedHashMap<>();
        replicate
                .controls()
                .forEach((control, contrast) -> controls.put(
                        control,
                        new Results.Control(
                                transfer(contrast.numbers()),
                                student(contrast.numbers()),
                                new Results.McNemar(
                                        contrast.test().onlyFirst(),
                                        contrast.test().onlySecond(),
                                        contrast.test().pValue()),
                                contrast.labelsChanged())));
        return new Results.Replicate(
                replicate.seed(),
                replicate.key(),
                new Results.Teacher(
                        known(teacher.trainAccuracy()),
                        known(teacher.test()),
                        wilson(teacher.test()),
                        known(teacher.macroRecall())),
                transfer(replicate.student()),
                student(replicate.student()),
                controls);
    }

    private static Results.Transfer transfer(StudentNumbers student) {
        return new Results.Transfer(
                student.transfer().size(),
                student.transfer().wrong(),
                student.transfer().givenLabels());
    }

    private static Results.Student student(StudentNumbers student) {
        return new Results.Student(
                known(student.givenLabelAccuracy()),
                known(student.test()),
                wilson(student.test()),
                known(student.macroRecall()),
                known(student.argmin()),
                known(student.majorityFloor()),
                known(student.agreement().overall()),
                known(student.agreement().whereTeacherIsWrong()));
    }

    /** Statistics over the replicates. */
    static Results.Summary summary(Arms arms) {
        Map<String, Results.Compared> controls = new LinkedHashMap<>();
        for (Advantage advantage : arms.advantages()) {
            controls.put(advantage.arm().name(), compared(advantage));
        }
        return new Results.Summary(measured(arms.teacher()), measured(arms.student()), controls);
    }

    private static Results.Compared compared(Advantage advantage) {
        PairedDifference difference = advantage.difference();
        return difference == null
                ? new Results.Compared(null, null, null, null, null)
                : new Results.Compared(
                        statistics(advantage.arm().spread()),
                        statistics(difference.spread()),
                        difference.atLeast(),
                        difference.pValue(),
                        advantage.adjustedPValue());
    }

    private static Results.Measured measured(Arm arm) {
        return new Results.Measured(
                statistics(arm.spread()),
                arm.published(),
                arm.verdict() == null ? null : arm.verdict().inWords());
    }

    private static Results.Statistics statistics(Spread spread) {
        return spread == null
                ? null
                : new Results.Statistics(
                        spread.n(),
                        spread.mean(),
                        spread.standardDeviation(),
                        bounds(spread.meanInterval()),
                        bounds(spread.predictionInterval()));
    }

    private static Results.Bounds bounds(Range range) {
        return range == null ? null : new Results.Bounds(range.low(), range.high());
    }

    /** Interval of one run; null if nothing was tested. */
    static Results.Bounds wilson(Proportion proportion) {
        return proportion.trials() == 0
                ? null
                : new Results.Bounds(
                        proportion.wilson().low(), proportion.wilson().high());
    }

    private static Double known(Proportion proportion) {
        return known(proportion.value());
    }

    private static Double known(double accuracy) {
        return Double.isNaN(accuracy) ? null : accuracy;
    }
}
