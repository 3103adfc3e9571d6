package io.github.distillmaven.experiment;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The provenance of one step, the content of its {@code step.json}.
 *
 * @param step name of the step: {@code data}, {@code teacher}, {@code transfer} or {@code student}
 * @param key SHA-256, in hex, of everything below that can change the outputs
 * @param settings the settings that can change the outputs, by path such as {@code teacher.epochs}
 * @param inputs SHA-256, in hex, of what the step read, by name
 * @param environment what else is known to change bits: plugin version, TensorFlow version, device, threads, instruction
 *     set; for a step without TensorFlow the plugin's version alone
 * @param outputs SHA-256, in hex, of every file the step wrote, by path relative to the step's folder
 * @param machine facts that do not change the key: processor, operating system, Java, devices found
 * @param origin who asked for it first, and from which sources; changes no key. Project, experiment and command line; commit,
 *     when it was committed, and whether files differed from it, if the project lay in a git work tree. Empty if not known
 * @param started instant in ISO-8601, UTC
 * @param seconds wall time
 */
public record StepRecord(
        String step,
        String key,
        SortedMap<String, String> settings,
        SortedMap<String, String> inputs,
        SortedMap<String, String> environment,
        SortedMap<String, String> outputs,
        SortedMap<String, String> machine,
        SortedMap<String, String> origin,
        String started,
        double seconds) {

    /** A record from before there was an origin has an empty one. */
    public StepRecord {
        origin = origin == null ? new TreeMap<>() : origin;
    }
}
