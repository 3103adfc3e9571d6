package io.github.distillmaven.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.distillmaven.provenance.SmallFile;
import io.github.distillmaven.text.JsonProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes JSON, strict about what is missing and the same on every platform. */
public final class JsonFiles {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    /** @throws IOException if the file cannot be read or lacks a field; the message names it */
    public <T> T read(Path file, Class<T> type) throws IOException {
        try {
            T value = MAPPER.readValue(new SmallFile(file).read(), type);
            if (value == null) {
                throw new IOException(file + ": holds null");
            }
            return value;
        } catch (JacksonException e) {
            throw new IOException(file + ": " + JsonProblem.of(e));
        }
    }

    public void write(Path file, Object value) throws IOException {
        Files.writeString(file, text(value), StandardCharsets.UTF_8);
    }

    /** What {@link #write} puts into a file. */
    public String text(Object value) {
        return MAPPER.writeValueAsString(value) + "\n";
    }
}
