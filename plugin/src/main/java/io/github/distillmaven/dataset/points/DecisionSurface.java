package io.github.distillmaven.dataset.points;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The file {@code surface.csv}: {@code x,y,predicted,confidence}, what a network answers on a square grid from {@value #LOW} to
 * {@value #HIGH} in both coordinates, row by row from the lowest y, in each row from the lowest x.
 *
 * @param classes {@value #SIDE} x {@value #SIDE}, 0 or 1
 * @param confidences as many, the probability of that class, in [0.5, 1]
 */
public record DecisionSurface(int[] classes, float[] confidences) {

    /** Name of the file. */
    public static final String FILE = "surface.csv";

    /** Number of points of the grid in each direction. */
    public static final int SIDE = 241;

    /** Smallest coordinate, as in the article's figure. */
    public static final double LOW = -0.1;

    /** Largest coordinate. */
    public static final double HIGH = 1.1;

    private static final CsvTable TABLE = new CsvTable("x,y,predicted,confidence");

    /** Coordinate of a line of the grid, from 0. */
    public static float coordinate(int line) {
        return (float) (LOW + (HIGH - LOW) * line / (SIDE - 1));
    }

    /** What is answered at a point of the grid. */
    public int at(int column, int row) {
        return classes[row * SIDE + column];
    }

    /** Writes the file. */
    public void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int index = 0; index < classes.length; index++) {
            lines.add(coordinate(index % SIDE) + "," + coordinate(index / SIDE) + "," + classes[index] + ","
                    + confidences[index]);
        }
        TABLE.write(file, lines);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if the file is missing or of another form; the message names the file
     */
    public static DecisionSurface read(Path file) throws IOException {
        int[] classes = new int[SIDE * SIDE];
        float[] confidences = new float[SIDE * SIDE];
        List<String[]> rows = TABLE.read(file, fields -> fields);
        if (rows.size() != classes.length) {
            throw new IOException(file + ": " + rows.size() + " points instead of " + classes.length);
        }
        for (int index = 0; index < classes.length; index++) {
            try {
                classes[index] = CsvTable.binary(rows.get(index)[2]);
                confidences[index] = Float.parseFloat(rows.get(index)[3]);
            } catch (IllegalArgumentException e) {
                throw new IOException(file + ", line " + (index + 2) + ": no class and confidence", e);
            }
        }
        return new DecisionSurface(classes, confidences);
    }
}
