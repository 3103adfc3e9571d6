package io.github.distillmaven.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.distillmaven.dataset.points.MovedPoint;
import io.github.distillmaven.dataset.points.PointResults;
import io.github.distillmaven.experiment.Control;
import io.github.distillmaven.metrics.LabelHistogram;
import io.github.distillmaven.metrics.McNemar;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.metrics.Proportion;
import io.github.distillmaven.metrics.Range;
import io.github.distillmaven.metrics.Spread;

/**
 * Puts the numbers of a two-dimensional experiment into the form of {@link Results}. Test accuracies are those on the original
 * points. What says nothing about points is null.
 */
record PointResultsComposer(PointReportRequest request, PointEvidence evidence, PointFindings findings) {

    private static final int CLASSES = 2;

    Results compose() {
        return new Results(
                Results.SCHEMA,
                request.experiment(),
                request.preset(),
                IntStream.range(0, request.seeds().size())
                        .mapToObj(this::replicate)
                        .toList(),
                summary(),
                request.published());
    }

    private Results.Replicate replicate(int index) {
        long seed = request.seeds().get(index);
        PointResults.Replicate students = evidence.students().get(index);
        List<MovedPoint> kept =
                evidence.moved().get(seed).stream().filter(MovedPoint::kept).toList();
        Results.Transfer transfer = new Results.Transfer(
                kept.size(),
                kept.size(),
                LabelHistogram.of(kept.stream().mapToInt(MovedPoint::givenLabel), CLASSES)
                        .counts());
        Map<String, Results.Control> controls = new LinkedHashMap<>();
        for (Control control : request.controls()) {
            McNemar test = McNemar.between(answers(seed, "student"), answers(seed, control.folder()));
            controls.put(
                    control.folder(),
                    new Results.Control(
                            // The labels of both controls are those of the treatment; their order may be another.
                            control == Control.SHUFFLED
                                    ? new Results.Transfer(transfer.size(), null, transfer.givenLabels())
                                    : transfer,
                            student(students.controls().get(control.folder())),
                            new Results.McNemar(test.onlyFirst(), test.onlySecond(), test.pValue())));
        }
        Proportion teacher = findings.teacher().tests().get(index);
        return new Results.Replicate(
                seed,
                new Results.Teacher(teacher.value(), teacher.value(), wilson(teacher), null),
                transfer,
                student(students.student()),
                controls);
    }

    private Predictions answers(long seed, String model) {
        return new Predictions(evidence.answers().of(seed, model).stream()
                .map(row -> new Predictions.Row(row.label(), row.predicted(), row.confidence(), 1 - row.predicted()))
                .toList());
    }

    /** Every teacher is right on all points, so that to agree with it is to be right. */
    private static Results.Student student(PointResults.Student student) {
        Proportion right = new Proportion(student.correct(), student.points());
        return new Results.Student(
                student.givenLabelAccuracy(),
                right.value(),
                wilson(right),
                null,
                1 - right.value(),
                null,
                right.value(),
                null);
    }

    private Results.Summary summary() {
        Map<String, Results.Compared> controls = new LinkedHashMap<>();
        for (Arm arm : findings.controls()) {
            controls.put(
                    arm.control().folder(),
                    new Results.Compared(statistics(arm.spread()), statistics(arm.advantageOf(findings.student()))));
        }
        return new Results.Summary(measured(findings.teacher()), measured(findings.student()), controls);
    }

    private static Results.Measured measured(Arm arm) {
        return new Results.Measured(
                statistics(arm.spread()),
                arm.published(),
                arm.verdict() == null ? null : arm.verdict().inWords());
    }

    private static Results.Statistics statistics(Spread spread) {
        return new Results.Statistics(
                spread.n(),
                spread.mean(),
                spread.standardDeviation(),
                bounds(spread.meanInterval()),
                bounds(spread.predictionInterval()));
    }

    private static Results.Bounds bounds(Range range) {
        return range == null ? null : new Results.Bounds(range.low(), range.high());
    }

    private static Results.Bounds wilson(Proportion proportion) {
        return new Results.Bounds(proportion.wilson().low(), proportion.wilson().high());
    }
}
