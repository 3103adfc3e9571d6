package io.github.distillmaven.pipeline.plan;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

import io.github.distillmaven.pipeline.step.StepDefinition;
import io.github.distillmaven.pipeline.step.StepName;
import io.github.distillmaven.pipeline.step.Workspace;

/** Results none of which builds on another: they are made side by side, before those of the next stage. */
public final class Stage {

    private final RecordsThere records;
    private final Map<String, PlannedResult> results = new LinkedHashMap<>();

    /** @param records where results are looked for */
    public Stage(RecordsThere records) {
        this.records = records;
    }

    /**
     * Adds a result, unless another part has the same.
     *
     * @param part of the experiment that it belongs to
     * @param definition everything that can change it
     */
    public void add(Workspace part, StepDefinition definition) {
        StepName step = definition.step();
        put(
                definition.key(),
                new PlannedResult(
                        part.kind(step),
                        Likeness.of(definition),
                        Likeness.threads(definition.environment()),
                        records.find(part, definition),
                        part.experiment().store().reruns(step.goal())));
    }

    void put(String key, PlannedResult result) {
        results.putIfAbsent(key, result);
    }

    List<PlannedResult> results() {
        return List.copyOf(results.values());
    }

    /** Those that are to be made. */
    List<PlannedResult> toMake() {
        return results().stream().filter(PlannedResult::isToMake).toList();
    }

    /**
     * Seconds until all are made, each by the first worker that is free.
     *
     * @param workers at least 1
     */
    double seconds(Durations durations, int workers) {
        PriorityQueue<Double> free = new PriorityQueue<>();
        for (int worker = 0; worker < Math.min(workers, Math.max(1, toMake().size())); worker++) {
            free.add(0.0);
        }
        double end = 0;
        for (PlannedResult result : toMake()) {
            double ends = free.remove() + durations.of(result).orElse(0);
            free.add(ends);
            end = Math.max(end, ends);
        }
        return end;
    }

    /** Of those that are to be made, the one that takes longest. */
    Optional<PlannedResult> slowest(Durations durations) {
        return toMake().stream()
                .filter(result -> durations.of(result).isPresent())
                .max(Comparator.comparingDouble(result -> durations.of(result).orElse(0)));
    }

    /** Seconds that it takes, however many workers there are. */
    double longest(Durations durations) {
        return slowest(durations).map(result -> durations.of(result).orElse(0)).orElse(0.0);
    }
}
