package io.github.distillmaven.report.section.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.distillmaven.dataset.transfer.TransferTable;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.results.evidence.ReportRequest;

/**
 * One image of the strip.
 *
 * @param index which image of its set
 * @param file relative to the page
 * @param label what is printed large: the given label, or the true one of a test image
 * @param note what is printed small: the image's own class, or the student's answer
 * @param wrong whether the student's answer is wrong; false for transfer images
 * @param description alternative text
 */
public record Sample(int index, String file, String label, String note, boolean wrong, String description) {

    /** How many classes are shown, the first ones in their order. */
    private static final int MOST = 10;

    /** The first transfer image of each given label, by label. */
    static List<Sample> ofTransferSet(ReportRequest request, TransferTable transfer) {
        Map<Integer, Integer> firsts = new TreeMap<>();
        for (int index = 0; index < transfer.rows().size(); index++) {
            firsts.putIfAbsent(transfer.rows().get(index).givenLabel(), index);
        }
        List<Sample> samples = new ArrayList<>();
        firsts.entrySet().stream().limit(MOST).forEach(first -> {
            String label = request.teacherData().classNames().get(first.getKey());
            int own = transfer.rows().get(first.getValue()).inputLabel();
            String ownName = request.inputs().classNames().get(own);
            samples.add(new Sample(
                    first.getValue(),
                    "images/transfer-" + first.getKey() + ".png",
                    label,
                    ownName,
                    false,
                    "Training image given the label " + label + "; its own class is " + ownName));
        });
        return samples;
    }

    /** The first test image of each true class, by class, with the student's answer. */
    static List<Sample> ofTestSet(ReportRequest request, Predictions student) {
        Map<Integer, Integer> firsts = new TreeMap<>();
        for (int index = 0; index < student.rows().size(); index++) {
            firsts.putIfAbsent(student.rows().get(index).label(), index);
        }
        List<Sample> samples = new ArrayList<>();
        firsts.entrySet().stream().limit(MOST).forEach(first -> {
            Predictions.Row row = student.rows().get(first.getValue());
            String label = request.teacherData().classNames().get(row.label());
            String answer = request.teacherData().classNames().get(row.predicted());
            samples.add(new Sample(
                    first.getValue(),
                    "images/test-" + first.getKey() + ".png",
                    label,
                    answer,
                    row.label() != row.predicted(),
                    "Test image of " + label + "; the student answers " + answer));
        });
        return samples;
    }
}
