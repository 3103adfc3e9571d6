package io.github.distillmaven.transfer.control;

import java.util.List;
import java.util.Map;

import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.extension.data.Treatment;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.kohsuke.MetaInfServices;

/**
 * The same inputs, labelled by a teacher whose own labels were dealt out anew over all of its examples: as many of each class as before,
 * and nothing to learn but chance. What such labels teach does not come from the teacher's task.
 */
@MetaInfServices(Control.class)
public final class PermutedLabelTeacherControl implements Control {

    @Override
    public String id() {
        return "permuted-label-teacher";
    }

    @Override
    public String meaning() {
        return "labels of a teacher that was trained on permuted labels";
    }

    @Override
    public boolean hasOwnTeacher() {
        return true;
    }

    @Override
    public void relabel(int[] labels, UniformRandomProvider random) {
        PermutationSampler.shuffle(random, labels);
    }

    @Override
    public List<TransferRow> rows(Treatment treatment, UniformRandomProvider random) {
        Map<Integer, TransferRow> labelled = treatment.labelledByIndex();
        return treatment.rows().stream().map(row -> labelled.get(row.index())).toList();
    }
}
