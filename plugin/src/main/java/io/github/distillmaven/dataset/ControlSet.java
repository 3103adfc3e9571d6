package io.github.distillmaven.dataset;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.Examples;
import io.github.distillmaven.extension.TransferRow;
import io.github.distillmaven.extension.Treatment;
import io.github.distillmaven.metrics.Predictions;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Makes the transfer set of a control from that of the treatment.
 *
 * @param inputs all images that were labelled, already as the student is to see them, with the labels of their own data set
 * @param treatment what the student of the treatment is trained on
 * @param predictions one per input: those of the control's own teacher if it has one, else the teacher's
 * @param labelsAreTrue whether the inputs are of the teacher's data set, so that their labels are the truth
 * @param classes number of the teacher's classes
 */
public record ControlSet(
        Examples inputs, TransferTable treatment, Predictions predictions, boolean labelsAreTrue, int classes) {

    public ControlSet {
        if (predictions.rows().size() != inputs.size()) {
            throw new IllegalArgumentException("%s predictions are not of %s images"
                    .formatted(predictions.rows().size(), inputs.size()));
        }
    }

    /**
     * The set of a control.
     *
     * @param random what is left to chance is drawn from it
     * @throws IllegalArgumentException if the control needs true labels and there are none
     */
    public TransferSet of(Control control, UniformRandomProvider random) {
        if (control.needsTrueLabels() && !labelsAreTrue) {
            throw new IllegalArgumentException(control.id() + " needs inputs of the teacher's own data set");
        }
        List<TransferRow> rows = control.rows(new Treatment(treatment.rows(), labelled(), classes), random);
        return TransferSet.of(inputs, rows, labelsAreTrue, classes);
    }

    private List<TransferRow> labelled() {
        List<TransferRow> labelled = new ArrayList<>();
        for (int index = 0; index < inputs.size(); index++) {
            Predictions.Row answer = predictions.rows().get(index);
            Integer truth = labelsAreTrue ? inputs.label(index) : null;
            labelled.add(new TransferRow(index, inputs.label(index), truth, answer.predicted(), answer.confidence()));
        }
        return labelled;
    }
}
