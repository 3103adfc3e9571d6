package io.github.distillmaven.transfer.control;

import java.util.List;

import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.extension.data.Treatment;
import org.apache.commons.rng.UniformRandomProvider;
import org.kohsuke.MetaInfServices;

/** Where the inputs are the teacher's errors, they are those that are hard to tell. */
@MetaInfServices(Control.class)
public final class TrueLabelsControl implements Control {

    @Override
    public String id() {
        return "true-labels";
    }

    @Override
    public String meaning() {
        return "the true labels of the same inputs";
    }

    @Override
    public boolean needsTrueLabels() {
        return true;
    }

    @Override
    public List<TransferRow> rows(Treatment treatment, UniformRandomProvider random) {
        return treatment.rows().stream()
                .map(row -> row.under(row.requireTrueLabel()))
                .toList();
    }
}
