package io.github.distillmaven.extension.data;

import java.util.List;

/**
 * What a control starts from.
 *
 * @param rows what the treatment's student is trained on
 * @param labelled every input that was labelled, kept or not, by index, under the label of the control's teacher: its own if it has
 *     one, else the treatment's
 * @param classes number of the teacher's classes, at least 2
 */
public record Treatment(List<TransferRow> rows, List<TransferRow> labelled, int classes) {

    public Treatment {
        rows = List.copyOf(rows);
        labelled = List.copyOf(labelled);
    }
}
