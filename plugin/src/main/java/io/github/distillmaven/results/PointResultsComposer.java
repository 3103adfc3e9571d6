package io.github.distillmaven.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.distillmaven.dataset.points.MovedPoint;
import io.github.distillmaven.dataset.points.PointResults;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.metrics.LabelHistogram;
import io.github.distillmaven.metrics.McNemar;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.metrics.Proportion;

/**
 * Puts the numbers of a two-dimensional experiment into the form of {@link Results}. Test accuracies are those on the original
 * points. What says nothing about points is null.
 */
public record PointResultsComposer(PointReportRequest request, PointEvidence evidence, PointFindings findings) {

    private static final int CLASSES = 2;

    public Results compose() {
        return new Results(
                Results.SCHEMA,
                request.experiment(),
                request.preset(),
                IntStream.range(0, request.seeds().size())
                        .mapToObj(this::replicate)
                        .toList(),
                ResultsComposer.summary(findings.arms()),
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
        for (ExperimentArm control : request.controls()) {
            McNemar test = McNemar.between(answers(seed, "student"), answers(seed, control.name()));
            controls.put(
                    control.name(),
                    new Results.Control(
                            // The labels of both controls are those of the treatment; their order may be another.
                            control.nullRank() > 0
                                    ? new Results.Transfer(transfer.size(), null, transfer.givenLabels())
                                    : transfer,
                            student(students.controls().get(control.name())),
                            new Results.McNemar(test.onlyFirst(), test.onlySecond(), test.pValue()),
                            students.labelsChanged().get(control.name())));
        }
        Proportion teacher = findings.arms().teacher().tests().get(index);
        return new Results.Replicate(
                seed,
                evidence.studentStep().key(),
                new Results.Teacher(teacher.value(), teacher.value(), ResultsComposer.wilson(teacher), null),
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
                ResultsComposer.wilson(right),
                null,
                1 - right.value(),
                null,
                right.value(),
                null);
    }
}
