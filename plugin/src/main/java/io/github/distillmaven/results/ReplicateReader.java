package io.github.distillmaven.results;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.TransferResult;
import io.github.distillmaven.dataset.TransferSet;
import io.github.distillmaven.dataset.TransferTable;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.extension.TransferRow;
import io.github.distillmaven.metrics.History;
import io.github.distillmaven.metrics.ModelResult;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.provenance.StepRecordFile;

/** Reads what the trainings of a replicate wrote, and refuses what is missing or does not fit together. */
public final class ReplicateReader {

    private static final String RESULT = "result.json";
    private static final String EXAMPLES = "student.examples";
    private static final String PREDICTIONS = "predictions.csv";

    private final List<Integer> testLabels;
    private final int classes;
    private final Collection<ExperimentArm> controls;
    private final JsonFiles json = new JsonFiles();

    /**
     * @param testLabels true class of every test image
     * @param classes number of the teacher's classes
     */
    ReplicateReader(List<Integer> testLabels, int classes, Collection<ExperimentArm> controls) {
        this.testLabels = testLabels;
        this.classes = classes;
        this.controls = controls;
    }

    /** @throws IOException if a file is missing or damaged; the message names it and the goal that makes it */
    ReplicateEvidence read(ReplicateFolder folder) throws IOException {
        ModelRun teacher = model(folder.teacher());
        StudentRun student = student(folder.treatment(), teacher.step());
        Map<String, StudentRun> ofControls = new LinkedHashMap<>();
        for (ExperimentArm control : controls) {
            StepRecord labeller = control.hasOwnTeacher() ? record(folder.teacherOf(control)) : teacher.step();
            ofControls.put(control.name(), student(folder.of(control), labeller));
        }
        return new ReplicateEvidence(folder.seed(), teacher, student, ofControls);
    }

    private StudentRun student(StudentFolder folder, StepRecord labeller) throws IOException {
        TransferResult transfer = folder.transfer().read(RESULT, file -> json.read(file, TransferResult.class));
        folder.transfer()
                .require(
                        transfer.givenLabels().size() == classes,
                        RESULT,
                        "it counts labels of " + transfer.givenLabels().size() + " classes, but there are " + classes);
        TransferTable table = folder.transfer().read(TransferSet.TABLE, TransferTable::read);
        folder.transfer()
                .require(
                        table.rows().size() == transfer.size(),
                        TransferSet.TABLE,
                        "it has " + table.rows().size() + " rows, but result.json speaks of " + transfer.size());
        for (TransferRow row : table.rows()) {
            folder.transfer()
                    .require(
                            isClass(row.givenLabel()),
                            TransferSet.TABLE,
                            "image " + row.index() + " has the given label " + row.givenLabel() + " of " + classes
                                    + " classes");
        }
        ModelRun run = model(folder.student());
        int seen = run.result().examples();
        int wanted = wanted(folder.student(), run.step());
        if (wanted == 0) {
            folder.student()
                    .require(
                            seen == transfer.size(),
                            RESULT,
                            "the student saw " + seen + " examples, but the transfer set has " + transfer.size());
        } else {
            folder.student()
                    .require(
                            seen == wanted && seen <= transfer.size(),
                            RESULT,
                            "the student saw " + seen + " examples, but <student><examples> is " + wanted
                                    + " and the transfer set has " + transfer.size());
        }
        return new StudentRun(labeller, Lesson.first(seen, transfer, table), record(folder.transfer()), run);
    }

    /** How many examples the student was to be trained on, the first ones; 0 for all. */
    private static int wanted(StepFiles step, StepRecord student) throws IOException {
        String written = student.settings().getOrDefault(EXAMPLES, "0");
        step.require(
                written.matches("[0-9]{1,9}"),
                StepRecordFile.NAME,
                "its " + EXAMPLES + " is '" + written + "', which is not a number");
        return Integer.parseInt(written);
    }

    private ModelRun model(StepFiles step) throws IOException {
        ModelRun run = new ModelRun(
                step.read(RESULT, file -> json.read(file, ModelResult.class)),
                step.read("history.csv", History::read),
                step.read(PREDICTIONS, Predictions::read),
                record(step));
        step.require(
                run.result().examples() == 0 || Double.isFinite(run.result().trainAccuracy()),
                RESULT,
                "its trainAccuracy is " + run.result().trainAccuracy());
        List<Predictions.Row> rows = run.predictions().rows();
        step.require(
                rows.stream().map(Predictions.Row::label).toList().equals(testLabels),
                PREDICTIONS,
                "its " + rows.size() + " labels are not those of the " + testLabels.size() + " test images");
        for (Predictions.Row row : rows) {
            if (!isClass(row.predicted()) || !isClass(row.leastLikely())) {
                int strange = isClass(row.predicted()) ? row.leastLikely() : row.predicted();
                step.require(
                        false,
                        PREDICTIONS,
                        "label " + row.label() + " was answered " + strange + ", but there are " + classes
                                + " classes");
            }
        }
        return run;
    }

    private boolean isClass(int label) {
        return 0 <= label && label < classes;
    }

    static StepRecord record(StepFiles step) throws IOException {
        return step.read(StepRecordFile.NAME, file -> new StepRecordFile(file).read());
    }
}
