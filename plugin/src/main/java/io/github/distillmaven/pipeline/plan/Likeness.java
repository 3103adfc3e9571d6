package io.github.distillmaven.pipeline.plan;

import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.pipeline.step.StepDefinition;

/**
 * What two results have in common that take the same work, as near as that can be told: all but their seeds, what they read, and the
 * machine.
 *
 * @param step name of the step
 * @param settings but for the seed
 */
record Likeness(String step, SortedMap<String, String> settings) {

    private static final String SEED = "seed";
    private static final String THREADS = "threads";

    static Likeness of(StepDefinition definition) {
        return of(definition.name(), definition.settings());
    }

    static Likeness of(StepRecord made) {
        return of(made.step(), made.settings());
    }

    private static Likeness of(String step, SortedMap<String, String> settings) {
        SortedMap<String, String> others = new TreeMap<>(settings);
        others.remove(SEED);
        return new Likeness(step, others);
    }

    /** Threads that each operation of a step has; 1 where that is not known, as of steps that need no TensorFlow. */
    static int threads(SortedMap<String, String> environment) {
        String threads = environment.getOrDefault(THREADS, "1");
        return threads.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(threads) : 1;
    }
}
