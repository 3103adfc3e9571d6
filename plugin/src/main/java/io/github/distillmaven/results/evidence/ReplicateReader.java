package io.github.distillmaven.results.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.dataset.transfer.AttackResult;
import io.github.distillmaven.dataset.transfer.TransferResult;
import io.github.distillmaven.dataset.transfer.TransferSet;
import io.github.distillmaven.dataset.transfer.TransferTable;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.provenance.StepRecordFile;
import io.github.distillmaven.results.JsonFiles;
import org.jspecify.annotations.Nullable;

/** Reads what the trainings of a replicate wrote, and refuses what is missing or does not fit together. */
public final class ReplicateReader {

    private static final String EXAMPLES = "student.examples";

    private final ModelReader models;
    private final Collection<ExperimentArm> controls;
    private final boolean othersAsked;
    private final JsonFiles json = new JsonFiles();

    /** @param several whether there are other replicates, with teachers of their own */
    ReplicateReader(ModelReader models, Collection<ExperimentArm> controls, boolean several) {
        this.models = models;
        this.controls = controls;
        othersAsked = several && !models.drawn();
    }

    /**
     * Reads its teacher.
     *
     * @param testLabels true class of every test example
     * @throws IOException if a file is missing or damaged; the message names it and the goal that makes it
     */
    ModelRun teacher(ReplicateFolder folder, int[] testLabels) throws IOException {
        return models.read(folder.teacher(), testLabels);
    }

    /**
     * Reads the students of a teacher.
     *
     * @throws IOException likewise
     */
    ReplicateEvidence read(ReplicateFolder folder, ModelRun teacher) throws IOException {
        StudentRun student = student(folder.treatment(), teacher.step(), teacher);
        Map<String, StudentRun> ofControls = new LinkedHashMap<>();
        for (ExperimentArm control : controls) {
            StepRecord labeller =
                    control.hasOwnTeacher() ? ModelReader.record(folder.teacherOf(control)) : teacher.step();
            ofControls.put(control.name(), student(folder.of(control), labeller, teacher));
        }
        List<StepRecord> ensemble = new ArrayList<>();
        for (StepFiles further : folder.furtherTeachers()) {
            ensemble.add(ModelReader.record(further));
        }
        return new ReplicateEvidence(folder.seed(), teacher, student, ofControls, ensemble);
    }

    /**
     * The teacher of another replicate, to hold that of this one against; empty if there is no other, if each drew what it was asked, or if all
     * replicates share one.
     *
     * @throws IOException if the two were asked something else where they should not have been
     */
    Optional<ModelRun> independent(ReplicateFolder folder, ModelRun teacher, ModelRun other) throws IOException {
        if (!othersAsked) {
            return Optional.empty();
        }
        models.requireSharedInputs(folder.teacher(), teacher, other);
        return Optional.of(other);
    }

    private StudentRun student(ReplicateFolder.StudentSteps folder, StepRecord labeller, ModelRun teacher)
            throws IOException {
        int classes = models.classes();
        TransferResult transfer =
                folder.transfer().read(ModelReader.RESULT, file -> json.read(file, TransferResult.class));
        folder.transfer()
                .require(
                        transfer.givenLabels().size() == classes,
                        ModelReader.RESULT,
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
                            0 <= row.givenLabel() && row.givenLabel() < classes,
                            TransferSet.TABLE,
                            "example " + row.index() + " has the given label " + row.givenLabel() + " of " + classes
                                    + " classes");
        }
        ModelRun run = models.read(folder.student(), teacher.predictions().labels());
        models.requireSameInputs(folder.student(), run, teacher);
        int seen = run.result().examples();
        int wanted = wanted(folder.student(), run.step());
        if (wanted == 0) {
            folder.student()
                    .require(
                            seen == transfer.size(),
                            ModelReader.RESULT,
                            "the student saw " + seen + " examples, but the transfer set has " + transfer.size());
        } else {
            folder.student()
                    .require(
                            seen == wanted && seen <= transfer.size(),
                            ModelReader.RESULT,
                            "the student saw " + seen + " examples, but <student><examples> is " + wanted
                                    + " and the transfer set has " + transfer.size());
        }
        return new StudentRun(
                labeller,
                TaughtExamples.first(seen, transfer, table),
                ModelReader.record(folder.transfer()),
                independent(folder.independent(), transfer.attack()),
                run);
    }

    private Optional<IndependentAttack> independent(StepFiles step, @Nullable AttackResult attack) throws IOException {
        if (attack == null || !othersAsked) {
            return Optional.empty();
        }
        AttackResult result = step.read(ModelReader.RESULT, file -> json.read(file, AttackResult.class));
        step.require(
                result.all().inputs() == attack.all().inputs(),
                ModelReader.RESULT,
                "it is about " + result.all().inputs() + " inputs, but "
                        + attack.all().inputs() + " were moved");
        return Optional.of(new IndependentAttack(result, ModelReader.record(step)));
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
}
