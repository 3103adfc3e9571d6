package io.github.distillmaven.dataset.points;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The file {@code predictions.csv}: {@code seed,model,index,label,predicted,confidence}, what students answer on the original points.
 *
 * @param rows seed by seed, student by student, in the order of {@link PointTable}
 */
public record PointAnswers(List<Row> rows) {

    /** Name of the file in the folder of the students. */
    public static final String FILE = "predictions.csv";

    private static final CsvTable TABLE = new CsvTable("seed,model,index,label,predicted,confidence");

    public PointAnswers {
        rows = List.copyOf(rows);
    }

    /**
     * One answer.
     *
     * @param model {@code student} or the name of a control
     * @param index of the point
     * @param label the true one
     * @param predicted the more likely class
     * @param confidence its probability, in [0.5, 1]
     */
    public record Row(long seed, String model, int index, int label, int predicted, float confidence) {}

    /** Writes the file. */
    public void write(Path file) throws IOException {
        TABLE.write(
                file,
                rows.stream()
                        .map(row -> row.seed() + "," + row.model() + "," + row.index() + "," + row.label() + ","
                                + row.predicted() + "," + row.confidence())
                        .toList());
    }

    /** The answers of one student of one seed. */
    public List<Row> of(long seed, String model) {
        return rows.stream()
                .filter(row -> row.seed() == seed && row.model().equals(model))
                .toList();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if the file is missing or of another form; the message names file and line
     */
    public static PointAnswers read(Path file) throws IOException {
        return new PointAnswers(new ArrayList<>(TABLE.read(
                file,
                fields -> new Row(
                        Long.parseLong(fields[0]),
                        fields[1],
                        Integer.parseInt(fields[2]),
                        CsvTable.binary(fields[3]),
                        CsvTable.binary(fields[4]),
                        Float.parseFloat(fields[5])))));
    }
}
