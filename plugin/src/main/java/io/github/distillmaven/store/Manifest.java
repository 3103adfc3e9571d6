package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an entry must hold to be served.
 *
 * @param key of the entry
 * @param files SHA-256 of every file by its path relative to the entry
 */
record Manifest(String key, SortedMap<String, String> files) {

    static final String NAME = "manifest.json";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Manifest read(Path entry) throws IOException {
        if (!Files.isRegularFile(entry.resolve(NAME))) {
            throw new DamagedEntryException(NAME + " is missing");
        }
        try {
            Manifest manifest = MAPPER.readValue(Files.readAllBytes(entry.resolve(NAME)), Manifest.class);
            if (manifest.key() == null || manifest.files() == null) {
                throw new DamagedEntryException(NAME + " is incomplete");
            }
            return manifest;
        } catch (JacksonException e) {
            throw new DamagedEntryException(NAME + " is not what was written");
        }
    }

    void write(Path entry) throws IOException {
        Files.writeString(entry.resolve(NAME), MAPPER.writeValueAsString(this) + "\n");
    }
}
