package io.github.distillmaven.metrics;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.extension.data.Answers;
import io.github.distillmaven.extension.data.Targets;

/**
 * What a model answered on a list of images, in their order.
 *
 * @param rows one per image
 */
public record Predictions(List<Row> rows) {

    private static final String HEADER = "index,label,predicted,confidence,leastLikely";

    public Predictions {
        rows = List.copyOf(rows);
    }

    /**
     * One answer.
     *
     * @param label the label that came with the example; {@link Targets#NO_LABEL} if none did
     * @param predicted the most likely class
     * @param confidence softmax probability of that class, in [0, 1]
     * @param leastLikely the least likely class
     */
    public record Row(int label, int predicted, float confidence, int leastLikely) {

        /** Whether the most likely class is the label. */
        public boolean right() {
            return predicted == label;
        }
    }

    /** Share of rows whose prediction is the label, in [0, 1]; NaN without rows. */
    public double accuracy() {
        return rows.stream().filter(Row::right).count() / (double) rows.size();
    }

    /** The label of every row. */
    public int[] labels() {
        return rows.stream().mapToInt(Row::label).toArray();
    }

    /** The answers without the labels. */
    public Answers answers() {
        float[] confidence = new float[rows.size()];
        for (int index = 0; index < confidence.length; index++) {
            confidence[index] = rows.get(index).confidence();
        }
        return new Answers(
                rows.stream().mapToInt(Row::predicted).toArray(),
                rows.stream().mapToInt(Row::leastLikely).toArray(),
                confidence);
    }

    /** Writes {@code index,label,predicted,confidence,leastLikely}, one line per row; no label is empty. */
    public void write(Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writer.write(HEADER + "\n");
            for (int index = 0; index < rows.size(); index++) {
                Row row = rows.get(index);
                String label = row.label() == Targets.NO_LABEL ? "" : Integer.toString(row.label());
                writer.write(index + "," + label + "," + row.predicted() + "," + row.confidence() + ","
                        + row.leastLikely() + "\n");
            }
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if the file is missing, truncated or of another form; the message names file and line
     */
    public static Predictions read(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            if (!HEADER.equals(reader.readLine())) {
                throw new IOException(file + ": the first line is not '" + HEADER + "'");
            }
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                try {
                    rows.add(row(line, rows.size()));
                } catch (NumberFormatException e) {
                    throw new IOException(file + ", line " + (rows.size() + 2) + ": not '" + HEADER + "': " + line, e);
                }
            }
        }
        return new Predictions(rows);
    }

    /** There may be very many lines: none is split into strings. */
    private static Row row(String line, int index) {
        int label = line.indexOf(',') + 1;
        int predicted = line.indexOf(',', label) + 1;
        int confidence = line.indexOf(',', predicted) + 1;
        int leastLikely = line.indexOf(',', confidence) + 1;
        boolean five = label > 0 && predicted > label && confidence > predicted && leastLikely > confidence;
        if (!five || number(line, 0, label - 1) != index) {
            throw new NumberFormatException(line);
        }
        Row row = new Row(
                label == predicted - 1 ? Targets.NO_LABEL : number(line, label, predicted - 1),
                number(line, predicted, confidence - 1),
                Float.parseFloat(line.substring(confidence, leastLikely - 1)),
                number(line, leastLikely, line.length()));
        if (Float.isNaN(row.confidence())) {
            throw new NumberFormatException(line);
        }
        return row;
    }

    private static int number(String line, int from, int to) {
        return Integer.parseInt(line, from, to, 10);
    }
}
