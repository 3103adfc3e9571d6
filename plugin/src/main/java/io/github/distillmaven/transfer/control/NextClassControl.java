package io.github.distillmaven.transfer.control;

import java.util.List;

import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.extension.data.Treatment;
import org.apache.commons.rng.UniformRandomProvider;
import org.kohsuke.MetaInfServices;

/** After the last class comes the first. */
@MetaInfServices(Control.class)
public final class NextClassControl implements Control {

    @Override
    public String id() {
        return "next-class";
    }

    @Override
    public String meaning() {
        return "the class after the true one";
    }

    @Override
    public boolean needsTrueLabels() {
        return true;
    }

    @Override
    public List<TransferRow> rows(Treatment treatment, UniformRandomProvider random) {
        return treatment.rows().stream()
                .map(row -> row.under((row.requireTrueLabel() + 1) % treatment.classes()))
                .toList();
    }
}
