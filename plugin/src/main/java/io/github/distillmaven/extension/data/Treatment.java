package io.github.distillmaven.extension.data;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a control starts from.
 *
 * @param rows what the treatment's student is trained on
 * @param labelled every input that could be kept, in the order of their indices, under the label of the control's teacher: its own if
 *     it has one, else the treatment's
 * @param classes number of the teacher's classes, at least 2
 */
public record Treatment(List<TransferRow> rows, List<TransferRow> labelled, int classes) {

    public Treatment {
        rows = List.copyOf(rows);
        labelled = List.copyOf(labelled);
    }

    /** The rows of {@link #labelled} by their indices, which are not their places where inputs are left out. */
    public Map<Integer, TransferRow> labelledByIndex() {
        return labelled.stream().collect(Collectors.toMap(TransferRow::index, Function.identity()));
    }
}
