package io.github.distillmaven.transfer.control;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.extension.data.TransferRow;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;

/** Rearranges given labels. */
final class LabelShuffle {

    private LabelShuffle() {}

    /** Lets the labels at these positions change places. */
    static void among(List<TransferRow> rows, List<Integer> positions, UniformRandomProvider random) {
        List<Integer> from = new ArrayList<>(positions);
        ListSampler.shuffle(random, from);
        List<TransferRow> labels = from.stream().map(rows::get).toList();
        for (int index = 0; index < labels.size(); index++) {
            int position = positions.get(index);
            rows.set(position, rows.get(position).underLabelOf(labels.get(index)));
        }
    }
}
