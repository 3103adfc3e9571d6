package io.github.distillmaven.tensorflow.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What contestants of one kind of work reached, one rate for each round. */
final class Rates {

    private final Map<String, List<Double>> byContestant = new LinkedHashMap<>();

    /** Adds the rate of the next round. */
    void add(String contestant, double rate) {
        byContestant.computeIfAbsent(contestant, name -> new ArrayList<>()).add(rate);
    }

    /** Names of all that took part, in the order in which they first did. */
    List<String> contestants() {
        return List.copyOf(byContestant.keySet());
    }

    /** The median of the rates of one that took part. */
    double median(String contestant) {
        return median(all(contestant));
    }

    /** The one with the highest median; empty if none of them took part. */
    Optional<String> best(List<String> contestants) {
        return contestants.stream().filter(byContestant::containsKey).max(Comparator.comparing(this::median));
    }

    /** The ratios of two, round by round; empty if one of them did not take part. */
    double[] ratios(String one, String other) {
        double[] above = all(one);
        double[] below = all(other);
        return IntStream.range(0, Math.min(above.length, below.length))
                .mapToDouble(round -> above[round] / below[round])
                .toArray();
    }

    private double[] all(String contestant) {
        return byContestant.getOrDefault(contestant, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
