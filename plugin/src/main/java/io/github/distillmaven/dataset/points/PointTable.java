package io.github.distillmaven.dataset.points;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file {@code points.csv}: {@code seed,index,x,y,label}, the points that the teacher of each seed learnt. */
public final class PointTable {

    /** Name of the file in the folder of the teacher. */
    public static final String FILE = "points.csv";

    private static final CsvTable TABLE = new CsvTable("seed,index,x,y,label");

    private PointTable() {}

    /** Writes it, in the order of the map. */
    public static void write(Path file, Map<Long, List<LabelledPoint>> points) throws IOException {
        List<String> lines = new ArrayList<>();
        points.forEach((seed, set) -> {
            for (int index = 0; index < set.size(); index++) {
                LabelledPoint point = set.get(index);
                lines.add(seed + "," + index + "," + point.x() + "," + point.y() + "," + point.label());
            }
        });
        TABLE.write(file, lines);
    }

    /**
     * Reads what {@link #write} wrote, by seed.
     *
     * @throws IOException if the file is missing or of another form; the message names file and line
     */
    public static Map<Long, List<LabelledPoint>> read(Path file) throws IOException {
        Map<Long, List<LabelledPoint>> points = new LinkedHashMap<>();
        TABLE.read(
                file,
                fields -> points.computeIfAbsent(Long.valueOf(fields[0]), seed -> new ArrayList<>())
                        .add(new LabelledPoint(
                                Float.parseFloat(fields[2]), Float.parseFloat(fields[3]), CsvTable.binary(fields[4]))));
        return points;
    }
}
