package io.github.distillmaven.provenance;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.experiment.StepRecord;

/**
 * What a lock file holds of one step: what it has to make, and what helps to explain if it does not.
 *
 * @param key of the step
 * @param settings those that can change the outputs, by path
 * @param environment what else is known to change bits
 * @param machine facts about the machine that may matter all the same: processor, operating system, Java, TensorFlow,
 *     devices
 * @param outputs SHA-256, in hex, of every file the step makes
 */
public record LockedStep(
        String key,
        SortedMap<String, String> settings,
        SortedMap<String, String> environment,
        SortedMap<String, String> machine,
        SortedMap<String, String> outputs) {

    private static final List<String> MACHINE =
            List.of("processor", "operatingSystem", "java", "tensorflow", "devices");

    /** What is to be locked of a step. */
    public static LockedStep of(StepRecord step) {
        SortedMap<String, String> machine = new TreeMap<>(step.machine());
        machine.keySet().retainAll(MACHINE);
        return new LockedStep(step.key(), step.settings(), step.environment(), machine, step.outputs());
    }

    /** Whether another one has the same key and outputs; on what machine they were made does not count. */
    boolean sameResult(LockedStep other) {
        return key.equals(other.key) && outputs.equals(other.outputs);
    }
}
