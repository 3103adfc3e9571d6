package io.github.distillmaven.dataset.points;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The file {@code transfer.csv}: {@code seed,index,x,y,trueLabel,givenLabel,kept}, every point as the attack left it, in the order of
 * {@link PointTable}.
 */
public final class PointTransferTable {

    /** Name of the file in the folder of the transfer set. */
    public static final String FILE = "transfer.csv";

    private static final CsvTable TABLE = new CsvTable("seed,index,x,y,trueLabel,givenLabel,kept");

    private PointTransferTable() {}

    /** Writes it, in the order of the map. */
    public static void write(Path file, Map<Long, List<MovedPoint>> points) throws IOException {
        List<String> lines = new ArrayList<>();
        points.forEach((seed, set) -> {
            for (int index = 0; index < set.size(); index++) {
                MovedPoint point = set.get(index);
                lines.add(seed + "," + index + "," + point.x() + "," + point.y() + "," + point.trueLabel() + ","
                        + point.givenLabel() + "," + point.kept());
            }
        });
        TABLE.write(file, lines);
    }

    /**
     * Reads what {@link #write} wrote, by seed.
     *
     * @throws IOException if the file is missing or of another form; the message names file and line
     */
    public static Map<Long, List<MovedPoint>> read(Path file) throws IOException {
        Map<Long, List<MovedPoint>> points = new LinkedHashMap<>();
        TABLE.read(
                file,
                fields -> points.computeIfAbsent(Long.valueOf(fields[0]), seed -> new ArrayList<>())
                        .add(new MovedPoint(
                                Float.parseFloat(fields[2]),
                                Float.parseFloat(fields[3]),
                                CsvTable.binary(fields[4]),
                                CsvTable.binary(fields[5]))));
        return points;
    }
}
