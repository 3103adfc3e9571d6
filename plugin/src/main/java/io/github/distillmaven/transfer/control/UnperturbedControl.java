package io.github.distillmaven.transfer.control;

import java.util.List;

import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.extension.data.Treatment;
import org.apache.commons.rng.UniformRandomProvider;
import org.kohsuke.MetaInfServices;

/** The labels are those that the inputs were given after they were moved. */
@MetaInfServices(Control.class)
public final class UnperturbedControl implements Control {

    @Override
    public String id() {
        return "unperturbed";
    }

    @Override
    public String meaning() {
        return "the inputs before they were moved";
    }

    @Override
    public boolean undoesPerturbation() {
        return true;
    }

    @Override
    public List<TransferRow> rows(Treatment treatment, UniformRandomProvider random) {
        return treatment.rows();
    }
}
