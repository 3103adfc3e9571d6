package io.github.distillmaven.results;

import io.github.distillmaven.dataset.TransferResult;
import io.github.distillmaven.metrics.Agreement;
import io.github.distillmaven.metrics.ConfusionMatrix;
import io.github.distillmaven.metrics.LabelHistogram;
import io.github.distillmaven.metrics.Proportion;

/**
 * The numbers of one student, that of the treatment or of a control.
 *
 * @param transfer what it was trained on: its transfer set, or the first examples of that
 * @param kept number of examples of its whole transfer set
 * @param givenLabelAccuracy share of that which it answers with the given label, in [0, 1]
 * @param test its right answers on the test set
 * @param macroRecall mean recall of the classes on the test set, in [0, 1]; NaN without test images
 * @param argmin the test images whose true class it calls the least likely one
 * @param majorityFloor what always answering the most frequent given label gets right on the test set
 * @param agreement with the teacher of its replicate, on the test set
 */
public record StudentNumbers(
        TransferResult transfer,
        int kept,
        double givenLabelAccuracy,
        Proportion test,
        double macroRecall,
        Proportion argmin,
        Proportion majorityFloor,
        Agreement agreement) {

    static StudentNumbers of(StudentRun student, ModelRun teacher, int classes) {
        ModelRun run = student.model();
        ConfusionMatrix confusion = ConfusionMatrix.of(run.predictions(), classes);
        LabelHistogram given = new LabelHistogram(student.lesson().numbers().givenLabels());
        return new StudentNumbers(
                student.lesson().numbers(),
                student.lesson().kept(),
                run.result().trainAccuracy(),
                confusion.accuracy(),
                confusion.macroRecall(),
                run.predictions().argminAccuracy(),
                confusion.share(given.mostFrequent()),
                Agreement.between(teacher.predictions(), run.predictions()));
    }

    public LabelHistogram given() {
        return new LabelHistogram(transfer.givenLabels());
    }
}
