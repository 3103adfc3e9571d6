package io.github.distillmaven.dataset.transfer;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.extension.data.TransferRow;
import org.jspecify.annotations.Nullable;

/**
 * Where the examples of a transfer set come from: the content of {@code transfer.csv}.
 *
 * @param rows one per example, in the order of the images
 */
public record TransferTable(List<TransferRow> rows) {

    private static final String HEADER = "index,inputLabel,trueLabel,givenLabel,confidence";

    public TransferTable {
        rows = List.copyOf(rows);
    }

    /** The first rows: those that a student with {@code <student><examples>} is trained on. */
    public TransferTable first(int count) {
        return new TransferTable(rows.subList(0, count));
    }

    /**
     * How many labels a control changed: of its inputs that the treatment has too, the share that is given another label than
     * there, in [0, 1]. It is 0 where the control has the treatment's labels but other inputs or more of them; null if it has
     * no input in common with the treatment.
     *
     * @param treatment what the treatment's student is trained on
     */
    public @Nullable Double labelsChangedFrom(TransferTable treatment) {
        Map<Integer, Integer> before = new HashMap<>();
        treatment.rows.forEach(row -> before.put(row.index(), row.givenLabel()));
        List<TransferRow> shared =
                rows.stream().filter(row -> before.containsKey(row.index())).toList();
        long changed = shared.stream()
                .filter(row -> !Integer.valueOf(row.givenLabel()).equals(before.get(row.index())))
                .count();
        return shared.isEmpty() ? null : changed / (double) shared.size();
    }

    /** Writes {@code index,inputLabel,trueLabel,givenLabel,confidence}, one line per row; no true label is empty. */
    public void write(Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writer.write(HEADER + "\n");
            for (TransferRow row : rows) {
                String trueLabel =
                        row.trueLabel() == null ? "" : row.trueLabel().toString();
                writer.write(row.index() + "," + row.inputLabel() + "," + trueLabel + "," + row.givenLabel() + ","
                        + row.confidence() + "\n");
            }
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if the file is missing or of another form; the message names file and line
     */
    public static TransferTable read(Path file) throws IOException {
        List<TransferRow> rows = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            if (!HEADER.equals(reader.readLine())) {
                throw new IOException(file + ": the first line is not '" + HEADER + "'");
            }
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                try {
                    rows.add(parse(line));
                } catch (NumberFormatException e) {
                    throw new IOException(file + ", line " + (rows.size() + 2) + ": not '" + HEADER + "': " + line, e);
                }
            }
        }
        return new TransferTable(rows);
    }

    private static TransferRow parse(String line) {
        String[] fields = line.split(",", -1);
        if (fields.length != 5) {
            throw new NumberFormatException(line);
        }
        return new TransferRow(
                Integer.parseInt(fields[0]),
                Integer.parseInt(fields[1]),
                fields[2].isEmpty() ? null : Integer.valueOf(fields[2]),
                Integer.parseInt(fields[3]),
                Float.parseFloat(fields[4]));
    }
}
