package io.github.distillmaven.results.evidence;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.dataset.format.NpyFile;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.metrics.History;
import io.github.distillmaven.metrics.ModelAnswers;
import io.github.distillmaven.metrics.ModelResult;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.provenance.StepRecordFile;
import io.github.distillmaven.results.JsonFiles;

/**
 * Reads what the training of a model wrote, and refuses what is missing or does not fit together.
 *
 * @param classes number of the teacher's classes
 * @param sets on which it was evaluated
 * @param drawn whether examples are drawn, so few that no history is kept
 * @param logits whether the logits of its answers are read too
 */
record ModelReader(int classes, List<EvaluationSet> sets, boolean drawn, boolean logits) {

    static final String RESULT = "result.json";

    private static final String PREDICTIONS = "predictions.csv";
    private static final String LOGITS = "logits.npy";

    /**
     * Reads it.
     *
     * @param testLabels true class of every test example
     * @throws IOException if a file is missing or damaged; the message names it and the goal that makes it
     */
    ModelRun read(StepFiles step, int[] testLabels) throws IOException {
        ModelResult result = step.read(RESULT, file -> new JsonFiles().read(file, ModelResult.class));
        History history = drawn ? new History(List.of()) : step.read("history.csv", History::read);
        Predictions test = step.read(PREDICTIONS, Predictions::read);
        StepRecord record = record(step);
        step.require(
                result.examples() == 0 || Double.isFinite(result.trainAccuracy()),
                RESULT,
                "its trainAccuracy is " + result.trainAccuracy());
        int[] labels = test.labels();
        step.require(
                Arrays.equals(labels, testLabels),
                PREDICTIONS,
                "its " + labels.length + " labels are not those of the " + testLabels.length + " test examples");
        requireClasses(step, PREDICTIONS, test);
        Map<String, ModelAnswers> answers = new LinkedHashMap<>();
        answers.put(EvaluationSet.TEST, new ModelAnswers(test, logits(step, LOGITS, test)));
        for (EvaluationSet set : sets) {
            if (!answers.containsKey(set.inputs())) {
                answers.put(set.inputs(), answers(step, set));
            }
        }
        return new ModelRun(result, history, answers, record);
    }

    private ModelAnswers answers(StepFiles step, EvaluationSet set) throws IOException {
        String file = file(set);
        Predictions answers = step.read(file, Predictions::read);
        requireClasses(step, file, answers);
        for (int label : answers.labels()) {
            step.require(
                    !set.hasTrueLabels() || isClass(label),
                    file,
                    "a label is missing, or none of the " + classes + " classes, but the evaluation set " + set.id()
                            + " has true labels");
        }
        return new ModelAnswers(answers, logits(step, "evaluations/" + set.inputs() + ".npy", answers));
    }

    private Optional<float[]> logits(StepFiles step, String file, Predictions answers) throws IOException {
        if (!logits) {
            return Optional.empty();
        }
        NpyFile array = step.read(file, NpyFile::read);
        List<Integer> wanted = List.of(answers.rows().size(), classes);
        step.require(
                array.type() == NpyFile.Type.FLOAT32 && array.dimensions().equals(wanted),
                file,
                "it holds %s of %s instead of %s of float32"
                        .formatted(array.dimensions(), array.type().text(), wanted));
        float[] floats = array.floats();
        for (int index = 0; index < floats.length; index++) {
            int row = index / classes;
            int answer = answers.rows().get(row).predicted();
            float ofAnswer = floats[row * classes + answer];
            if (!Float.isFinite(floats[index]) || floats[index] > ofAnswer) {
                step.require(
                        false,
                        file,
                        "in row %s the logit of class %s is %s, but the answer was class %s, whose logit is %s"
                                .formatted(row, index % classes, floats[index], answer, ofAnswer));
            }
        }
        return Optional.of(floats);
    }

    private void requireClasses(StepFiles step, String file, Predictions answers) throws IOException {
        for (Predictions.Row row : answers.rows()) {
            if (!isClass(row.predicted()) || !isClass(row.leastLikely())) {
                int strange = isClass(row.predicted()) ? row.leastLikely() : row.predicted();
                step.require(
                        false,
                        file,
                        "label " + row.label() + " was answered " + strange + ", but there are " + classes
                                + " classes");
            }
        }
    }

    /**
     * Refuses a student that was asked something else than its teacher.
     *
     * @param step of the student
     */
    void requireSameInputs(StepFiles step, ModelRun student, ModelRun teacher) throws IOException {
        for (EvaluationSet set : sets) {
            int[] asked = student.on(set.inputs()).labels();
            int[] wanted = teacher.on(set.inputs()).labels();
            step.require(
                    Arrays.equals(asked, wanted),
                    file(set),
                    "its " + asked.length + " inputs are not the " + wanted.length + " of the teacher");
        }
    }

    /**
     * Refuses a teacher that was asked something else than that of another replicate, where a set says that all were asked the same.
     *
     * @param step of the teacher
     */
    void requireSharedInputs(StepFiles step, ModelRun teacher, ModelRun other) throws IOException {
        for (EvaluationSet set : sets) {
            step.require(
                    !set.isSharedByReplicates()
                            || Arrays.equals(
                                    teacher.on(set.inputs()).labels(),
                                    other.on(set.inputs()).labels()),
                    file(set),
                    "its inputs are not those of another replicate, though all share those of the evaluation set "
                            + set.id());
        }
    }

    private static String file(EvaluationSet set) {
        return "evaluations/" + set.inputs() + ".csv";
    }

    private boolean isClass(int label) {
        return 0 <= label && label < classes;
    }

    static StepRecord record(StepFiles step) throws IOException {
        return step.read(StepRecordFile.NAME, file -> new StepRecordFile(file).read());
    }
}
