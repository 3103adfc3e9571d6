package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.store.Digests;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder that holds what a step made.
 *
 * @param path where it lies
 */
record StepFolder(Path path) {

    private static final String RECORD = "step.json";
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The record of the step; empty if it was never completed. */
    Optional<StepRecord> read() {
        return text().flatMap(StepFolder::parse);
    }

    /** The record as it is written. */
    Optional<String> text() {
        try {
            return Optional.of(Files.readString(path.resolve(RECORD)));
        } catch (IOException noCompleteStep) {
            return Optional.empty();
        }
    }

    /** Reads a record; empty if the text is none. */
    static Optional<StepRecord> parse(String record) {
        try {
            return Optional.of(MAPPER.readValue(record, StepRecord.class));
        } catch (JacksonException notARecord) {
            return Optional.empty();
        }
    }

    /** Whether it holds, unchanged, what a step with this definition makes. */
    boolean holds(StepDefinition definition) throws IOException {
        Optional<StepRecord> present = read();
        return present.isPresent()
                && present.get().key().equals(definition.key())
                && firstChanged(present.get()).isEmpty();
    }

    /** Writes the record, which makes the step complete. */
    void complete(StepRecord step) throws IOException {
        Files.writeString(path.resolve(RECORD), MAPPER.writeValueAsString(step) + "\n");
    }

    /** The first output that is missing or not what the step wrote, by its name; empty if all are sound. */
    Optional<String> firstChanged(StepRecord step) throws IOException {
        for (Map.Entry<String, String> output : step.outputs().entrySet()) {
            Path file = path.resolve(output.getKey());
            if (!Files.isRegularFile(file) || !Digests.ofFile(file).equals(output.getValue())) {
                return Optional.of(output.getKey());
            }
        }
        return Optional.empty();
    }
}
