package io.github.distillmaven.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.distillmaven.dataset.points.DecisionSurface;
import io.github.distillmaven.dataset.points.LabelledPoint;
import io.github.distillmaven.dataset.points.MovedPoint;
import io.github.distillmaven.dataset.points.PointAnswers;
import io.github.distillmaven.dataset.points.PointResults;
import io.github.distillmaven.dataset.points.PointTable;
import io.github.distillmaven.dataset.points.PointTransferTable;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.Taught;
import io.github.distillmaven.metrics.LabelHistogram;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.metrics.Spread;
import io.github.distillmaven.provenance.StepRecordFile;

/**
 * All that the steps of a two-dimensional experiment left behind, read and checked against each other.
 *
 * @param teachers one for each seed, in their order; likewise the students
 * @param points of every seed
 * @param moved the same points after the attack
 * @param teacherSurface of the first seed; likewise that of the student
 * @param steps in the order in which they ran
 * @param request what the report is about
 */
public record PointEvidence(
        List<PointResults.Teacher> teachers,
        Map<Long, List<LabelledPoint>> points,
        Map<Long, List<MovedPoint>> moved,
        List<PointResults.Replicate> students,
        PointAnswers answers,
        DecisionSurface teacherSurface,
        DecisionSurface studentSurface,
        List<StepRecord> steps,
        PointReportRequest request)
        implements Evidence {

    private static final String RESULT = "result.json";
    private static final int CLASSES = 2;

    @Override
    public int classes() {
        return CLASSES;
    }

    @Override
    public boolean isSelected() {
        return true;
    }

    @Override
    public List<StepRecord> all() {
        return steps;
    }

    @Override
    public List<StepKeys> keys() {
        return List.of();
    }

    @Override
    public Optional<ImageEvidence> images() {
        return Optional.empty();
    }

    @Override
    public Optional<PointEvidence> plane() {
        return Optional.of(this);
    }

    @Override
    public List<Results.Replicate> replicates() {
        Evaluator evaluator = Evaluator.of(List.of(EvaluationSet.TEST), CLASSES);
        return IntStream.range(0, students.size())
                .mapToObj(index -> evaluator.replicate(
                        students.get(index).seed(), steps.get(steps.size() - 1).key(), arms(index)))
                .toList();
    }

    /** Every teacher is right on all points: its answers are their labels. */
    private List<ArmEvidence> arms(int index) {
        PointResults.Replicate trained = students.get(index);
        long seed = trained.seed();
        Results.Transfer transfer = transfer(seed);
        List<ArmEvidence> arms = new ArrayList<>();
        PointResults.Teacher teacher = teachers.get(index);
        arms.add(new ArmEvidence(
                Results.TEACHER,
                Role.TEACHER,
                null,
                new Taught(List.of(), teacher.correct() / (double) teacher.points()),
                Map.of(
                        EvaluationSet.TEST,
                        new Predictions(points.get(seed).stream()
                                .map(point -> new Predictions.Row(
                                        point.label(), point.label(), 1, CLASSES - 1 - point.label()))
                                .toList())),
                null));
        arms.add(student(seed, Results.STUDENT, Role.STUDENT, transfer, trained.student(), null));
        for (ExperimentArm control : request.controls()) {
            // The labels of every control are those of the treatment, but their order may be another.
            Results.Transfer own = control.nullRank() > 0
                    ? new Results.Transfer(transfer.size(), null, transfer.givenLabels())
                    : transfer;
            arms.add(student(
                    seed,
                    control.name(),
                    Role.of(control),
                    own,
                    trained.controls().get(control.name()),
                    trained.labelsChanged().get(control.name())));
        }
        return arms;
    }

    private ArmEvidence student(
            long seed,
            String name,
            Role role,
            Results.Transfer transfer,
            PointResults.Student student,
            Double labelsChanged) {
        Predictions given = new Predictions(answers.of(seed, name).stream()
                .map(row -> new Predictions.Row(
                        row.label(), row.predicted(), row.confidence(), CLASSES - 1 - row.predicted()))
                .toList());
        return new ArmEvidence(
                name,
                role,
                transfer,
                new Taught(transfer.givenLabels(), student.givenLabelAccuracy()),
                Map.of(EvaluationSet.TEST, given),
                labelsChanged);
    }

    /** Every point that is kept carries a wrong label: it was flipped. */
    private Results.Transfer transfer(long seed) {
        List<MovedPoint> kept =
                moved.get(seed).stream().filter(MovedPoint::kept).toList();
        return new Results.Transfer(
                kept.size(),
                kept.size(),
                LabelHistogram.of(kept.stream().mapToInt(MovedPoint::givenLabel), CLASSES)
                        .counts());
    }

    /** Of the number of points that changed their label. */
    public Spread flips() {
        return Spread.of(students.stream()
                .map(replicate -> (double) replicate.examples())
                .toList());
    }

    /** For how many seeds the points were drawn more than once. */
    public long redrawn() {
        return teachers.stream().filter(teacher -> teacher.attempts() > 1).count();
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
                steps,
                request);
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
