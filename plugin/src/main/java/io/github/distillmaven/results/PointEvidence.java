package io.github.distillmaven.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.points.DecisionSurface;
import io.github.distillmaven.dataset.points.LabelledPoint;
import io.github.distillmaven.dataset.points.MovedPoint;
import io.github.distillmaven.dataset.points.PointAnswers;
import io.github.distillmaven.dataset.points.PointResults;
import io.github.distillmaven.dataset.points.PointTable;
import io.github.distillmaven.dataset.points.PointTransferTable;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.provenance.StepRecordFile;

/**
 * All that the steps of a two-dimensional experiment left behind, read and checked against each other.
 *
 * @param teachers one for each seed, in their order; likewise the students
 * @param points of every seed
 * @param moved the same points after the attack
 * @param teacherSurface of the first seed; likewise that of the student
 * @param steps in the order in which they ran
 */
public record PointEvidence(
        List<PointResults.Teacher> teachers,
        Map<Long, List<LabelledPoint>> points,
        Map<Long, List<MovedPoint>> moved,
        List<PointResults.Replicate> students,
        PointAnswers answers,
        DecisionSurface teacherSurface,
        DecisionSurface studentSurface,
        List<StepRecord> steps) {

    private static final String RESULT = "result.json";

    /** The record of the step that trained all students. */
    public StepRecord studentStep() {
        return steps.get(steps.size() - 1);
    }

    /** @throws IOException if a file is missing or damaged; the message names it and the goal that makes it */
    public static PointEvidence read(PointReportRequest request) throws IOException {
        Path folder = request.folder();
        JsonFiles json = new JsonFiles();
        StepFiles teacher = new StepFiles(folder.resolve("teacher"), "train-teacher");
        StepFiles transfer = new StepFiles(folder.resolve("transfer"), "mislabel");
        StepFiles student = new StepFiles(folder.resolve("student"), "train-student");
        List<StepRecord> steps = new ArrayList<>();
        for (StepFiles step : List.of(teacher, transfer, student)) {
            steps.add(step.read(StepRecordFile.NAME, file -> new StepRecordFile(file).read()));
        }
        PointEvidence evidence = new PointEvidence(
                teacher.read(RESULT, file -> json.read(file, PointResults.Teachers.class))
                        .replicates(),
                teacher.read(PointTable.FILE, PointTable::read),
                transfer.read(PointTransferTable.FILE, PointTransferTable::read),
                student.read(RESULT, file -> json.read(file, PointResults.Students.class))
                        .replicates(),
                student.read(PointAnswers.FILE, PointAnswers::read),
                teacher.read(DecisionSurface.FILE, DecisionSurface::read),
                student.read(DecisionSurface.FILE, DecisionSurface::read),
                steps);
        List<Long> taught =
                evidence.teachers.stream().map(PointResults.Teacher::seed).toList();
        teacher.require(taught.equals(request.seeds()), RESULT, "its seeds are " + taught + ", not " + request.seeds());
        List<Long> tested =
                evidence.students.stream().map(PointResults.Replicate::seed).toList();
        student.require(tested.equals(request.seeds()), RESULT, "its seeds are " + tested + ", not " + request.seeds());
        new PointEvidenceCheck(request, evidence).check(teacher, transfer, student);
        return evidence;
    }
}
