package io.github.distillmaven.transfer.control;

import java.util.List;

import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.extension.data.Treatment;
import org.apache.commons.rng.UniformRandomProvider;
import org.kohsuke.MetaInfServices;

/** What is lost by keeping a part alone. */
@MetaInfServices(Control.class)
public final class UnfilteredControl implements Control {

    @Override
    public String id() {
        return "unfiltered";
    }

    @Override
    public String meaning() {
        return "every labelled input, kept or not";
    }

    @Override
    public boolean needsSelection() {
        return true;
    }

    @Override
    public List<TransferRow> rows(Treatment treatment, UniformRandomProvider random) {
        return treatment.labelled();
    }
}
