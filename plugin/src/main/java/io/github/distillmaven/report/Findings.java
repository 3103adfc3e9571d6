package io.github.distillmaven.report;

import io.github.distillmaven.dataset.TransferTable;
import io.github.distillmaven.metrics.Agreement;
import io.github.distillmaven.metrics.ConfusionMatrix;
import io.github.distillmaven.metrics.Interval;
import io.github.distillmaven.metrics.LabelHistogram;
import io.github.distillmaven.metrics.Proportion;

/**
 * The numbers of one replicate.
 *
 * @param chance accuracy of guessing uniformly among the classes
 * @param teacherTrainAccuracy the teacher's, on its own training set, in [0, 1]
 * @param teacherTest the teacher's right answers on the test set
 * @param labelledInputs number of images that the teacher labelled
 * @param transferSize number of images the student was trained on
 * @param wrong how many of them have a given label that is not the true one; null if there is no true one
 * @param givenLabelAccuracy share of the transfer set that the student answers with the given label, in [0, 1]
 * @param studentTest the student's right answers on the test set
 * @param given labels the student was trained on
 * @param own classes of the same images in their own data set
 * @param confusion of the student, on the test set
 */
record Findings(
        double chance,
        double teacherTrainAccuracy,
        Proportion teacherTest,
        int labelledInputs,
        int transferSize,
        Integer wrong,
        double givenLabelAccuracy,
        Proportion studentTest,
        Agreement agreement,
        LabelHistogram given,
        LabelHistogram own,
        ConfusionMatrix confusion) {

    static Findings of(ReportRequest request, Evidence evidence) {
        int classes = request.teacherData().classNames().size();
        TransferTable transfer = evidence.transfer();
        ConfusionMatrix confusion = ConfusionMatrix.of(evidence.student().predictions(), classes);
        return new Findings(
                request.chance(),
                evidence.teacher().result().trainAccuracy(),
                ConfusionMatrix.of(evidence.teacher().predictions(), classes).accuracy(),
                evidence.labelledInputs(),
                transfer.rows().size(),
                request.sameTask() ? wrong(transfer) : null,
                evidence.student().result().trainAccuracy(),
                confusion.accuracy(),
                Agreement.between(
                        evidence.teacher().predictions(), evidence.student().predictions()),
                LabelHistogram.of(transfer.rows().stream().mapToInt(TransferTable.Row::givenLabel), classes),
                LabelHistogram.of(
                        transfer.rows().stream().mapToInt(TransferTable.Row::inputLabel),
                        request.inputs().classNames().size()),
                confusion);
    }

    private static int wrong(TransferTable transfer) {
        return (int) transfer.rows().stream().filter(TransferTable.Row::wrong).count();
    }

    /** Where the student's interval lies: below 0 under chance, 0 around it, above 0 over it. */
    int studentAgainstChance() {
        Interval interval = studentTest.wilson();
        if (interval.contains(chance)) {
            return 0;
        }
        return interval.low() > chance ? 1 : -1;
    }
}
