package io.github.distillmaven.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.text.ForeignText;
import io.github.distillmaven.text.JsonProblem;
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

    /** Far more than the record of a step with the data of a thousand seeds takes. */
    private static final long LARGEST = 4 << 20;

    private static final String ORIGIN = "origin";

    /** The file of the step whose results lie in a folder. */
    public static StepRecordFile in(Path folder) {
        return new StepRecordFile(folder.resolve(NAME));
    }

    /**
     * Reads the record. One that was written before steps had an origin has an empty one.
     *
     * @throws IOException if the file cannot be read, lacks a field or holds no possible time; the message begins with its path
     */
    public StepRecord read() throws IOException {
        if (Files.size(path) > LARGEST) {
            throw new IOException(path + ": is larger than %s bytes".formatted(LARGEST));
        }
        StrictJson json = new StrictJson();
        try {
            JsonNode tree = json.parse(new SmallFile(path).read());
            if (!(tree instanceof ObjectNode fields)) {
                throw new IOException(path + ": is not the record of a step");
            }
            if (!fields.has(ORIGIN)) {
                fields.putObject(ORIGIN);
            }
            return checked(json.bind(fields, StepRecord.class));
        } catch (JacksonException e) {
            throw new IOException(path + ": " + JsonProblem.of(e));
        }
    }

    /** The pages count with the two times, and the record may be that of somebody else. */
    private StepRecord checked(StepRecord step) throws IOException {
        try {
            Instant.parse(step.started());
        } catch (DateTimeException e) {
            throw new IOException(path + ": its field 'started' is not a time: " + ForeignText.line(step.started()), e);
        }
        if (!(step.seconds() >= 0 && Double.isFinite(step.seconds()))) {
            throw new IOException(path + ": its field 'seconds' is not a duration: " + step.seconds());
        }
        return step;
    }

    /** Writes the record, which makes the step complete. */
    public void write(StepRecord step) throws IOException {
        Files.write(path, new StrictJson().write(step));
    }
}
