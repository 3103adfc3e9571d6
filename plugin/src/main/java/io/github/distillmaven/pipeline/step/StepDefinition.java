package io.github.distillmaven.pipeline.step;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.provenance.ValueChanges;

/**
 * Everything that can change the outputs of a step.
 *
 * @param step its name
 * @param settings the settings that matter to it, by path
 * @param inputs SHA-256 of what it reads, by name
 * @param environment what else is known to change bits
 */
public record StepDefinition(
        StepName step,
        SortedMap<String, String> settings,
        SortedMap<String, String> inputs,
        SortedMap<String, String> environment) {

    /** Changes when the meaning of the files that steps write changes. */
    private static final String FORMAT = "2";

    private static final int SHORT = 12;

    /** SHA-256 over all of it in canonical form: one {@code group/name=value} a line, sorted. */
    public String key() {
        StringBuilder canonical = new StringBuilder("format=" + FORMAT + "\nstep=" + step.folder() + "\n");
        append(canonical, "settings", settings);
        append(canonical, "inputs", inputs);
        append(canonical, "environment", environment);
        return Digests.ofText(canonical.toString());
    }

    /** The beginning of the key, which is enough to tell it from others. */
    public String shortKey() {
        return key().substring(0, SHORT);
    }

    /** Name of the step. */
    public String name() {
        return step.folder();
    }

    /**
     * The record of a run of the step.
     *
     * @param outputs SHA-256 of every file it wrote, by name
     * @param machine facts that change no bits
     * @param origin who asked for it
     * @param started when it began; it ends now
     */
    public StepRecord record(
            SortedMap<String, String> outputs,
            SortedMap<String, String> machine,
            SortedMap<String, String> origin,
            Instant started) {
        return new StepRecord(
                name(),
                key(),
                settings,
                inputs,
                environment,
                outputs,
                machine,
                origin,
                started.truncatedTo(ChronoUnit.MILLIS).toString(),
                Duration.between(started, Instant.now()).toMillis() / 1000.0);
    }

    private static void append(StringBuilder canonical, String group, SortedMap<String, String> values) {
        values.forEach((name, value) -> canonical.append(group + "/" + name + "=" + value + "\n"));
    }

    /** What differs from an earlier run of the step, one {@code name: old -> new} each, in order. */
    public List<String> changesSince(StepRecord earlier) {
        List<String> changes = new ArrayList<>();
        changes.addAll(ValueChanges.between(earlier.settings(), settings));
        changes.addAll(ValueChanges.between(earlier.inputs(), inputs));
        changes.addAll(ValueChanges.between(earlier.environment(), environment));
        return changes;
    }
}
