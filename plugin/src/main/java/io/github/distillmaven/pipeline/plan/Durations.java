package io.github.distillmaven.pipeline.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.StepRecord;

/** How long results take to make: as long as their like took, on average, and twice that with half the threads. */
public final class Durations {

    private final Map<Object, double[]> sums = new HashMap<>();

    /**
     * Learns from what is there.
     *
     * @param stages of the experiment: other replicates tell best
     * @param stored records of other results
     */
    public Durations(List<Stage> stages, Stream<StepRecord> stored) {
        stages.stream()
                .flatMap(stage -> stage.results().stream())
                .forEach(result -> result.record().ifPresent(record -> add(result.like(), record)));
        stored.forEach(record -> add(Likeness.of(record), record));
    }

    private void add(Object like, StepRecord record) {
        double[] sum = sums.computeIfAbsent(like, none -> new double[2]);
        sum[0] += record.seconds() * Likeness.threads(record.environment());
        sum[1]++;
    }

    /** Seconds; empty if nothing like it is known. */
    OptionalDouble of(PlannedResult result) {
        return Stream.of(sums.get(result.like()), sums.get(result.wanted()))
                .filter(Objects::nonNull)
                .mapToDouble(sum -> sum[0] / sum[1] / result.threads())
                .findFirst();
    }
}
