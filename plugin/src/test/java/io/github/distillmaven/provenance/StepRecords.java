package io.github.distillmaven.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.experiment.StepRecord;

/** Makes steps as a build would leave them. */
record StepRecords(
        String step,
        Map<String, String> settings,
        Map<String, String> inputs,
        Map<String, String> environment,
        Map<String, String> machine,
        Map<String, String> origin) {

    /** A teacher of three epochs on two threads. */
    static StepRecords teacher() {
        return new StepRecords(
                "teacher",
                Map.of("seed", "1", "teacher.epochs", "3"),
                Map.of("mnist/labels", "cc".repeat(32)),
                Map.of("plugin", "0.1.0", "threads", "2", "instructionSet", "AVX2"),
                Map.of("processor", "Made-up processor", "java", "17.0.1", "uptime", "42"),
                Map.of("dirty", "false"));
    }

    StepRecords named(String other) {
        return new StepRecords(other, settings, inputs, environment, machine, origin);
    }

    StepRecords settings(Map<String, String> others) {
        return new StepRecords(step, others, inputs, environment, machine, origin);
    }

    StepRecords inputs(Map<String, String> others) {
        return new StepRecords(step, settings, others, environment, machine, origin);
    }

    StepRecords environment(Map<String, String> others) {
        return new StepRecords(step, settings, inputs, others, machine, origin);
    }

    StepRecords machine(Map<String, String> others) {
        return new StepRecords(step, settings, inputs, environment, others, origin);
    }

    StepRecords origin(Map<String, String> others) {
        return new StepRecords(step, settings, inputs, environment, machine, others);
    }

    /** A record of outputs that lie nowhere. */
    StepRecord made(Map<String, String> outputs) {
        return new StepRecord(
                step,
                key(),
                sorted(settings),
                sorted(inputs),
                sorted(environment),
                sorted(outputs),
                sorted(machine),
                sorted(origin),
                "2026-11-23T09:30:00Z",
                1.5);
    }

    /** Writes files and their record into a folder. */
    StepRecord write(Path folder, Map<String, String> contents) throws IOException {
        for (Map.Entry<String, String> content : contents.entrySet()) {
            Path file = folder.resolve(content.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, content.getValue());
        }
        StepRecord made = made(Digests.ofFolder(folder));
        StepRecordFile.in(folder).write(made);
        return made;
    }

    private String key() {
        return Digests.ofText(step + sorted(settings) + sorted(inputs) + sorted(environment));
    }

    private static SortedMap<String, String> sorted(Map<String, String> map) {
        return new TreeMap<>(map);
    }
}
