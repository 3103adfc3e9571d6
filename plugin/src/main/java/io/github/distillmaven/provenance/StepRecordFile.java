package io.github.distillmaven.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.distillmaven.experiment.StepRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A {@code step.json}.
 *
 * @param path of the file
 */
public record StepRecordFile(Path path) {

    /** Name of the file in the folder of its step. */
    public static final String NAME = "step.json";

    private static final String ORIGIN = "origin";

    /** The file of the step whose results lie in a folder. */
    public static StepRecordFile in(Path folder) {
        return new StepRecordFile(folder.resolve(NAME));
    }

    /**
     * Reads the record. One that was written before steps had an origin has an empty one.
     *
     * @throws IOException if the file cannot be read or lacks a field; the message begins with its path
     */
    public StepRecord read() throws IOException {
        StrictJson json = new StrictJson();
        try {
            JsonNode tree = json.parse(new SmallFile(path).read());
            if (!(tree instanceof ObjectNode fields)) {
                throw new IOException(path + ": is not the record of a step");
            }
            if (!fields.has(ORIGIN)) {
                fields.putObject(ORIGIN);
            }
            return json.bind(fields, StepRecord.class);
        } catch (JacksonException e) {
            throw new IOException(path + ": " + e.getOriginalMessage(), e);
        }
    }

    /** Writes the record, which makes the step complete. */
    public void write(StepRecord step) throws IOException {
        Files.write(path, new StrictJson().write(step));
    }
}
