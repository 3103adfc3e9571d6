package io.github.distillmaven.dataset.transfer;

import java.util.List;

import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.extension.data.Treatment;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Makes the transfer set of a control from that of the treatment.
 *
 * @param labelled the inputs, under the labels of the control's own teacher if it has one, else of the teacher
 * @param treatment what the student of the treatment is trained on
 */
public record ControlSet(LabelledInputs labelled, TransferTable treatment) {

    /**
     * The set of a control.
     *
     * @param random what is left to chance is drawn from it
     * @throws IllegalArgumentException if the control needs true labels and there are none
     */
    public TransferSet of(Control control, UniformRandomProvider random) {
        if (control.needsTrueLabels() && !labelled.labelsAreTrue()) {
            throw new IllegalArgumentException(control.id() + " needs inputs of the teacher's own data set");
        }
        List<TransferRow> rows =
                control.rows(new Treatment(treatment.rows(), labelled.rows(), labelled.classes()), random);
        return labelled.set(rows);
    }
}
