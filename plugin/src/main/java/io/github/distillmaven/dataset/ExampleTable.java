package io.github.distillmaven.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.Values;

/**
 * A few examples as a table that people read: CSV with a header, one row per example, one column per value and one named {@value
 * #LABEL} for the class, which may be missing.
 *
 * @param columns names of the columns of values
 * @param examples of floats, with one size: the number of these columns
 */
public record ExampleTable(List<String> columns, Examples examples) {

    private static final String LABEL = "label";

    public ExampleTable {
        columns = List.copyOf(columns);
        if (!examples.shape().sizes().equals(List.of(columns.size()))) {
            throw new IllegalArgumentException(
                    "examples of %s do not have the columns %s".formatted(examples.shape(), columns));
        }
    }

    /** Writes the table; every number is written so that it is read as the same one. */
    public void write(Path file) throws IOException {
        boolean labelled = !(examples.targets() instanceof Targets.NoTargets);
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", columns) + (labelled ? "," + LABEL : ""));
        for (int row = 0; row < examples.size(); row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < columns.size(); column++) {
                cells.add(Float.toString(examples.values().at(row * columns.size() + column)));
            }
            if (labelled) {
                cells.add(Integer.toString(examples.label(row)));
            }
            lines.add(String.join(",", cells));
        }
        Files.writeString(file, lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
    }

    /**
     * Reads a table.
     *
     * @throws IOException if the file is missing or of another form; the message names file and line
     */
    public static ExampleTable read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<String> header =
                lines.isEmpty() ? List.of() : Arrays.asList(lines.get(0).split(",", -1));
        int label = header.indexOf(LABEL);
        List<String> columns =
                header.stream().filter(name -> !name.equals(LABEL)).toList();
        if (columns.isEmpty()) {
            throw new IOException(file + " has no columns of values: the first line must name them, as in 'x,y,label'");
        }
        int rows = lines.size() - 1;
        float[] values = new float[rows * columns.size()];
        int[] labels = new int[label < 0 ? 0 : rows];
        for (int row = 0; row < rows; row++) {
            List<String> cells = new ArrayList<>(List.of(lines.get(row + 1).split(",", -1)));
            try {
                if (cells.size() != header.size()) {
                    throw new NumberFormatException();
                }
                if (label >= 0) {
                    labels[row] = Integer.parseUnsignedInt(cells.remove(label));
                }
                for (int column = 0; column < columns.size(); column++) {
                    values[row * columns.size() + column] = finite(cells.get(column));
                }
            } catch (NumberFormatException e) {
                throw new IOException(
                        "%s, line %s: not '%s' in numbers: %s"
                                .formatted(file, row + 2, lines.get(0), lines.get(row + 1)),
                        e);
            }
        }
        Targets targets = label < 0 ? new Targets.NoTargets() : new Targets.Classes(labels);
        return new ExampleTable(
                columns, new Examples(ExampleShape.of(columns.size()), new Values.FloatValues(values), targets));
    }

    private static float finite(String cell) {
        float value = Float.parseFloat(cell);
        if (!Float.isFinite(value)) {
            throw new NumberFormatException(cell);
        }
        return value;
    }
}
