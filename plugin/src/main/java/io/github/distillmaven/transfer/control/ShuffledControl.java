package io.github.distillmaven.transfer.control;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.extension.data.Treatment;
import org.apache.commons.rng.UniformRandomProvider;
import org.kohsuke.MetaInfServices;

/** Its student is about as good as chance. */
@MetaInfServices(Control.class)
public final class ShuffledControl implements Control {

    @Override
    public String id() {
        return "shuffled";
    }

    @Override
    public String meaning() {
        return "the given labels, permuted among all inputs";
    }

    @Override
    public int nullRank() {
        return 1;
    }

    @Override
    public List<TransferRow> rows(Treatment treatment, UniformRandomProvider random) {
        List<TransferRow> rows = new ArrayList<>(treatment.rows());
        LabelShuffle.among(rows, IntStream.range(0, rows.size()).boxed().toList(), random);
        return rows;
    }
}
