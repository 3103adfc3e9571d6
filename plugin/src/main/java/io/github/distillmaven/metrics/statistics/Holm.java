package io.github.distillmaven.metrics.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Adjusts the p values of several comparisons, so that one of them falls below a level by mere luck no more often than the level says
 * (Holm, Scandinavian Journal of Statistics 6, 1979, 65-70): of m values the smallest is multiplied by m, the next by m - 1, and so on,
 * and none may become smaller than one before it or larger than 1.
 */
public final class Holm {

    private Holm() {}

    /**
     * The adjusted values, in the order of those given.
     *
     * @param pValues in [0, 1]
     */
    public static List<Double> adjusted(List<Double> pValues) {
        List<Integer> rising = IntStream.range(0, pValues.size())
                .boxed()
                .sorted(Comparator.comparing(pValues::get))
                .toList();
        List<Double> adjusted = new ArrayList<>(Collections.nCopies(pValues.size(), 1.0));
        double highest = 0;
        for (int rank = 0; rank < rising.size(); rank++) {
            int index = rising.get(rank);
            highest = Math.max(highest, Math.min(1, (rising.size() - rank) * pValues.get(index)));
            adjusted.set(index, highest);
        }
        return adjusted;
    }
}
