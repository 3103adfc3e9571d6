package io.github.distillmaven.results.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.distillmaven.results.JsonFiles;

/**
 * The numbers of a sweep for other programs: the content of {@code sweep.json}. Shares are in [0, 1]. All that is known of a cell is in its
 * own {@code results.json}.
 *
 * @param schema version of this form
 * @param experiment name of the sweep
 * @param settings paths of those that are swept
 * @param cells in their order
 */
@JsonPropertyOrder({"schema", "experiment", "settings", "cells"})
public record SweepNumbers(int schema, String experiment, List<String> settings, List<CellNumbers> cells) {

    /** Name of the file in the folder of the sweep. */
    public static final String NAME = "sweep.json";

    private static final int SCHEMA = 1;

    public SweepNumbers {
        settings = List.copyOf(settings);
        cells = List.copyOf(cells);
    }

    /**
     * One cell.
     *
     * @param folder its name, and that of its folder beside the file
     * @param values of the settings that are swept, by path
     * @param arms teachers, students, controls, by name
     */
    @JsonPropertyOrder({"folder", "values", "replicates", "arms"})
    public record CellNumbers(String folder, Map<String, String> values, int replicates, Map<String, ArmMean> arms) {}

    /** Of cells that have run. */
    public static SweepNumbers of(String experiment, List<String> settings, List<CellResults> cells) {
        return new SweepNumbers(
                SCHEMA,
                experiment,
                settings,
                cells.stream()
                        .map(cell -> new CellNumbers(cell.name(), cell.values(), cell.replicates(), cell.arms()))
                        .toList());
    }

    /**
     * Of a sweep that was reported earlier.
     *
     * @param folder of the sweep
     * @throws IOException if the file is missing, damaged or of another version; the message names it
     */
    public static SweepNumbers read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        SweepNumbers numbers = new JsonFiles().read(file, SweepNumbers.class);
        if (numbers.schema() != SCHEMA) {
            throw new IOException("%s: schema %s, expected %s".formatted(file, numbers.schema(), SCHEMA));
        }
        return numbers;
    }

    /** Writes it into a folder. */
    public void write(Path folder) throws IOException {
        new JsonFiles().write(folder.resolve(NAME), this);
    }
}
