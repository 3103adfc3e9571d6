package io.github.distillmaven.transfer.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.extension.data.Treatment;
import org.apache.commons.rng.UniformRandomProvider;
import org.kohsuke.MetaInfServices;

/**
 * Keeps how often each class is given which label, destroys what a label says about the single input: the null that the treatment has
 * to beat.
 */
@MetaInfServices(Control.class)
public final class ShuffledWithinClassControl implements Control {

    @Override
    public String id() {
        return "shuffled-within-class";
    }

    @Override
    public String meaning() {
        return "the given labels, permuted among the inputs of each class";
    }

    @Override
    public int nullRank() {
        return 2;
    }

    @Override
    public List<TransferRow> rows(Treatment treatment, UniformRandomProvider random) {
        List<TransferRow> rows = new ArrayList<>(treatment.rows());
        Map<Integer, List<Integer>> byClass = IntStream.range(0, rows.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        position -> treatment.rows().get(position).inputLabel(), TreeMap::new, Collectors.toList()));
        byClass.values().forEach(positions -> LabelShuffle.among(rows, positions, random));
        return rows;
    }
}
