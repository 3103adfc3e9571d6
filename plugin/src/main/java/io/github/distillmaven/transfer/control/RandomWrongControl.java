package io.github.distillmaven.transfer.control;

import java.util.List;

import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.extension.data.Treatment;
import org.apache.commons.rng.UniformRandomProvider;
import org.kohsuke.MetaInfServices;

/** No input of a class is ever called by its name, so that its student is worse than chance. */
@MetaInfServices(Control.class)
public final class RandomWrongControl implements Control {

    @Override
    public String id() {
        return "random-wrong";
    }

    @Override
    public String meaning() {
        return "any wrong label, each as likely as the other";
    }

    @Override
    public boolean needsTrueLabels() {
        return true;
    }

    @Override
    public List<TransferRow> rows(Treatment treatment, UniformRandomProvider random) {
        int others = treatment.classes() - 1;
        return treatment.rows().stream()
                .map(row -> row.under((row.requireTrueLabel() + 1 + random.nextInt(others)) % treatment.classes()))
                .toList();
    }
}
