package io.github.distillmaven.metrics;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The course of a training, epoch by epoch.
 *
 * @param epochs one per epoch, in order
 */
public record History(List<Epoch> epochs) {

    private static final String HEADER = "epoch,learningRate,loss,trainAccuracy,testAccuracy";

    public History {
        epochs = List.copyOf(epochs);
    }

    /**
     * One epoch.
     *
     * @param learningRate at its last step
     * @param loss mean cross entropy over its training steps
     * @param trainAccuracy share of training examples answered with the label they were given, as they came by in the
     *     epoch, in [0, 1]
     * @param testAccuracy share of right answers on the test set after the epoch, in [0, 1]; NaN where the model was not tested
     */
    public record Epoch(double learningRate, double loss, double trainAccuracy, double testAccuracy) {}

    /** Writes {@code epoch,learningRate,loss,trainAccuracy,testAccuracy}, one line per epoch, from 1. */
    public void write(Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writer.write(HEADER + "\n");
            for (int index = 0; index < epochs.size(); index++) {
                Epoch epoch = epochs.get(index);
                writer.write((index + 1) + "," + epoch.learningRate() + "," + epoch.loss() + "," + epoch.trainAccuracy()
                        + "," + epoch.testAccuracy() + "\n");
            }
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if the file is missing or of another form; the message names file and line
     */
    public static History read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IOException(file + ": the first line is not '" + HEADER + "'");
        }
        List<Epoch> epochs = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            try {
                if (fields.length != 5
                        || Integer.parseInt(fields[0]) != epochs.size() + 1
                        || !Double.isFinite(Double.parseDouble(fields[2]))) {
                    throw new NumberFormatException(line);
                }
                epochs.add(new Epoch(
                        Double.parseDouble(fields[1]),
                        Double.parseDouble(fields[2]),
                        Double.parseDouble(fields[3]),
                        Double.parseDouble(fields[4])));
            } catch (NumberFormatException e) {
                throw new IOException(file + ", line " + (epochs.size() + 2) + ": not '" + HEADER + "': " + line, e);
            }
        }
        return new History(epochs);
    }
}
