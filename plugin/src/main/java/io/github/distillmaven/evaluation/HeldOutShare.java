package io.github.distillmaven.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;

/**
 * The share of training examples that is held out from teacher and students.
 *
 * @param value in [0, 1); 0 for none
 */
public record HeldOutShare(double value) {

    /** Whether nothing is held out. */
    public boolean isNone() {
        return value == 0;
    }

    /** How many of so many examples are held out; what is over after whole examples is not. */
    public int of(int examples) {
        return exactly(examples).intValue();
    }

    /**
     * Chooses as many as {@link #of} says, of each class its share as far as that divides: what is over goes to the classes whose share
     * was cut most, the lowest first.
     *
     * @param labels classes of all examples
     * @return places of those that are held out
     */
    public BitSet draw(int[] labels, UniformRandomProvider random) {
        SortedMap<Integer, List<Integer>> classes = IntStream.range(0, labels.length)
                .boxed()
                .collect(Collectors.groupingBy(
                        place -> labels[place], TreeMap::new, Collectors.toCollection(ArrayList::new)));
        int whole = classes.values().stream().mapToInt(List::size).map(this::of).sum();
        Set<Integer> cutMost = classes.entrySet().stream()
                .sorted(Comparator.comparing(entry -> rest(entry.getValue().size()), Comparator.reverseOrder()))
                .limit(of(labels.length) - whole)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        BitSet places = new BitSet();
        classes.forEach((label, all) -> {
            int quota = of(all.size()) + (cutMost.contains(label) ? 1 : 0);
            ListSampler.shuffle(random, all);
            all.subList(0, quota).forEach(places::set);
        });
        return places;
    }

    private BigDecimal rest(int examples) {
        return exactly(examples).subtract(BigDecimal.valueOf(of(examples)));
    }

    /** As doubles, 0.29 of 100 would be 28. */
    private BigDecimal exactly(int examples) {
        return BigDecimal.valueOf(value).multiply(BigDecimal.valueOf(examples));
    }
}
