package io.github.distillmaven.results;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.points.PointAnswers;
import io.github.distillmaven.dataset.points.PointResults;
import io.github.distillmaven.dataset.points.PointTable;
import io.github.distillmaven.dataset.points.PointTransferTable;
import io.github.distillmaven.experiment.ExperimentArm;

/** Refuses results of a two-dimensional experiment that end early, lack a student, or do not fit together. */
record PointEvidenceCheck(PointReportRequest request, PointEvidence evidence) {

    private static final String RESULT = "result.json";
    private static final String STUDENT = "student";

    /** @throws IOException with the name of the file and of the goal that makes it */
    void check(StepFiles teacher, StepFiles transfer, StepFiles student) throws IOException {
        for (int index = 0; index < request.seeds().size(); index++) {
            long seed = request.seeds().get(index);
            PointResults.Teacher taught = evidence.teachers().get(index);
            PointResults.Replicate trained = evidence.students().get(index);
            requireRows(teacher, PointTable.FILE, seed, sizeOf(evidence.points(), seed), taught.points());
            requireRows(transfer, PointTransferTable.FILE, seed, sizeOf(evidence.moved(), seed), taught.points());
            teacher.require(
                    0 <= taught.correct() && taught.correct() <= taught.points(),
                    RESULT,
                    "of seed %s, %s of %s points are right".formatted(seed, taught.correct(), taught.points()));
            check(student, seed, STUDENT, trained.student(), taught.points());
            for (ExperimentArm control : request.controls()) {
                String name = control.name();
                check(student, seed, name, trained.controls().get(name), taught.points());
            }
        }
    }

    private void check(StepFiles step, long seed, String model, PointResults.Student numbers, int points)
            throws IOException {
        step.require(numbers != null, RESULT, "of seed %s, the control %s is missing".formatted(seed, model));
        step.require(
                numbers.points() == points && 0 <= numbers.correct() && numbers.correct() <= points,
                RESULT,
                "of seed %s, %s has %s of %s points right, but the teacher learnt %s"
                        .formatted(seed, model, numbers.correct(), numbers.points(), points));
        step.require(
                Double.isFinite(numbers.givenLabelAccuracy()),
                RESULT,
                "of seed %s, the givenLabelAccuracy of %s is %s".formatted(seed, model, numbers.givenLabelAccuracy()));
        int answers = evidence.answers().of(seed, model).size();
        step.require(
                answers == points,
                PointAnswers.FILE,
                "of seed %s, it has %s answers of %s instead of %s".formatted(seed, answers, model, points));
    }

    private static void requireRows(StepFiles step, String file, long seed, int rows, int points) throws IOException {
        step.require(rows == points, file, "of seed %s, it has %s points instead of %s".formatted(seed, rows, points));
    }

    private static int sizeOf(Map<Long, ? extends List<?>> bySeed, long seed) {
        List<?> points = bySeed.get(seed);
        return points == null ? 0 : points.size();
    }
}
