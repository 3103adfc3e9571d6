package io.github.distillmaven.dataset.points;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of numbers with a fixed header.
 *
 * @param header names of the columns, with commas between them
 */
record CsvTable(String header) {

    /** Makes a value of the fields of a line. */
    @FunctionalInterface
    interface RowReader<T> {

        /** @throws IllegalArgumentException if the fields are not what they should be */
        T read(String[] fields);
    }

    void write(Path file, Iterable<String> lines) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writer.write(header + "\n");
            for (String line : lines) {
                writer.write(line + "\n");
            }
        }
    }

    /** @throws IOException if the file is missing or of another form; the message names file and line */
    <T> List<T> read(Path file, RowReader<T> reader) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.isEmpty() || !lines.get(0).equals(header)) {
            throw new IOException(file + ": the first line is not '" + header + "'");
        }
        int columns = header.split(",").length;
        List<T> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            try {
                if (fields.length != columns) {
                    throw new IllegalArgumentException(line);
                }
                rows.add(reader.read(fields));
            } catch (IllegalArgumentException e) {
                throw new IOException(file + ", line " + (rows.size() + 2) + ": not '" + header + "': " + line, e);
            }
        }
        return rows;
    }

    /** A field that must be 0 or 1. */
    static int binary(String field) {
        int value = Integer.parseInt(field);
        if (value != 0 && value != 1) {
            throw new IllegalArgumentException(field);
        }
        return value;
    }
}
