package io.github.distillmaven.transfer.control;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.extension.data.Treatment;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.kohsuke.MetaInfServices;

/** What so many inputs are worth, whichever they are. They are in the order of all. */
@MetaInfServices(Control.class)
public final class RandomSubsetControl implements Control {

    @Override
    public String id() {
        return "random-subset";
    }

    @Override
    public String meaning() {
        return "as many inputs, drawn from all labelled ones";
    }

    @Override
    public boolean needsSelection() {
        return true;
    }

    @Override
    public List<TransferRow> rows(Treatment treatment, UniformRandomProvider random) {
        List<Integer> drawn = new ArrayList<>(
                IntStream.range(0, treatment.labelled().size()).boxed().toList());
        ListSampler.shuffle(random, drawn);
        return drawn.subList(0, treatment.rows().size()).stream()
                .sorted()
                .map(treatment.labelled()::get)
                .toList();
    }
}
