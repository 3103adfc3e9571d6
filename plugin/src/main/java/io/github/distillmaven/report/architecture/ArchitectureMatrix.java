package io.github.distillmaven.report.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Results;
import org.jspecify.annotations.Nullable;

/**
 * Test accuracies of students by the network of their teachers, one row each, and by their own, one column each.
 *
 * @param control id of the control that stands beside each student; empty if there is none
 * @param students networks
 * @param teachers rows from top to bottom
 * @param replicated whether they are means of several replicates
 */
public record ArchitectureMatrix(String control, List<String> students, List<MatrixRow> teachers, boolean replicated) {

    /**
     * One kind of teacher.
     *
     * @param accuracy of the teachers
     * @param cells in the order of the columns
     */
    public record MatrixRow(String experiment, String network, String accuracy, List<MatrixCell> cells) {}

    /**
     * One kind of teacher and students of one network; without such students dashes.
     *
     * @param mean of the students
     * @param interval of the mean; empty for one replicate
     * @param control both of the control's students; empty if there are none
     */
    public record MatrixCell(String mean, String interval, String control) {

        private static MatrixCell of(TeacherRow.@Nullable NetworkCell cell) {
            Results.Statistics student = cell == null ? null : cell.student().test();
            Results.Statistics shuffled = cell == null ? null : cell.shuffled().test();
            return new MatrixCell(
                    Numbers.mean(student),
                    Numbers.meanInterval(student),
                    shuffled == null ? "" : (Numbers.mean(shuffled) + " " + Numbers.meanInterval(shuffled)).strip());
        }
    }

    /** Of the teachers of one experiment. */
    public static ArchitectureMatrix of(TeacherRow row) {
        return of(List.of(row));
    }

    /** Matrices of those experiments, two or more, that differ in the network of their teachers alone. */
    public static List<ArchitectureMatrix> among(List<TeacherRow> rows) {
        Map<List<Object>, List<TeacherRow>> alike = new LinkedHashMap<>();
        rows.forEach(row -> alike.computeIfAbsent(List.of(row.rest(), row.control()), rest -> new ArrayList<>())
                .add(row));
        return alike.values().stream()
                .filter(several ->
                        several.stream().map(TeacherRow::network).distinct().count() > 1)
                .map(ArchitectureMatrix::of)
                .toList();
    }

    private static ArchitectureMatrix of(List<TeacherRow> rows) {
        List<String> students = rows.stream()
                .flatMap(row -> row.cells().stream())
                .map(TeacherRow.NetworkCell::network)
                .distinct()
                .toList();
        return new ArchitectureMatrix(
                rows.get(0).control(),
                students,
                rows.stream().map(row -> row(row, students)).toList(),
                rows.stream().map(row -> row.teacher().test()).anyMatch(test -> test != null && test.n() > 1));
    }

    private static MatrixRow row(TeacherRow row, List<String> students) {
        Map<String, TeacherRow.NetworkCell> cells = new LinkedHashMap<>();
        row.cells().forEach(cell -> cells.put(cell.network(), cell));
        return new MatrixRow(
                row.experiment(),
                row.network(),
                Numbers.mean(row.teacher().test()),
                students.stream()
                        .map(network -> MatrixCell.of(cells.get(network)))
                        .toList());
    }
}
