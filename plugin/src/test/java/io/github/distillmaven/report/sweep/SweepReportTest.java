package io.github.distillmaven.report.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.report.StrictPage;
import io.github.distillmaven.results.ArmFixture;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.sweep.CellResults;
import io.github.distillmaven.results.sweep.SweepNumbers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The page of a sweep")
class SweepReportTest {

    private static final String EPOCHS = "teacher.epochs";
    private static final String NETWORK = "student.network";

    @TempDir
    Path folder;

    @Test
    @DisplayName("draws one setting with numbers as a line for each arm")
    void drawsLinesOfArms() throws Exception {
        String page = write(List.of(EPOCHS), cells(List.of("1", "2", "30"), List.of()));

        assertThat(page)
                .contains("3 cells with 1 replicate each: teacher.epochs 1, 2, 30.")
                .contains("Mean test accuracy of each arm over teacher.epochs, which stands on a logarithmic axis.")
                .contains("Students read between 10.0% (teacher.epochs 1) and 12.0% (teacher.epochs 30)");
        assertThat(figure()).contains(">student<", ">teacher<", ">20<");
    }

    @Test
    @DisplayName("draws one setting with names as dots")
    void drawsDots() throws Exception {
        String page = write(List.of(NETWORK), cells(List.of(), List.of("cnn", "mlp")));

        assertThat(page).contains("Mean test accuracy of each cell: teacher, student and controls.");
        assertThat(figure()).contains("student.network cnn");
    }

    @Test
    @DisplayName("draws two settings as a line for each value of one, or as a heat map where neither has numbers")
    void drawsTwoSettings() throws Exception {
        assertThat(write(List.of(EPOCHS, NETWORK), cells(List.of("1", "2"), List.of("cnn", "mlp"))))
                .contains("a line for each student.network");
        assertThat(figure()).contains("student.network mlp");
        assertThat(write(List.of(EPOCHS, NETWORK), cells(List.of("few", "many"), List.of("cnn", "mlp"))))
                .contains(
                        "Mean test accuracy of the student by teacher.epochs and student.network; the stronger the colour, the higher.");
        assertThat(figure()).contains(">10.0%<", ">13.0%<", ">few<", ">mlp<");
    }

    @Test
    @DisplayName("of 1,000 cells is a heat map and a table, and its files can be read back")
    void isOfAThousandCells() throws Exception {
        List<String> many = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int number = 1; number <= 100; number++) {
            many.add(Integer.toString(number));
            others.add(number <= 10 ? "network-" + number : "");
        }
        String page = write(List.of(EPOCHS, NETWORK), cells(many, others.subList(0, 10)));

        assertThat(page).contains("1,000 cells").hasSizeLessThan(1_000_000);
        assertThat(page.split("<tr>", -1)).hasSize(1 + 1 + 1000);
        assertThat(SweepNumbers.read(folder).cells()).hasSize(1000);
        assertThat(Files.readAllLines(folder.resolve("cells.csv"))).hasSize(1 + 2 * 1000);
        assertThat(folder.resolve("summary.md")).content().contains("The first 50 of 1,000 cells; all are in");
    }

    private String write(List<String> settings, List<CellResults> cells) throws Exception {
        for (CellResults cell : cells) {
            Files.createDirectories(folder.resolve(cell.name()));
        }
        Path page =
                new SweepReport("x", settings, cells, List.of()).write(folder).page();
        if (cells.size() < 10) {
            // Looking at every element of a large page takes longer than all else.
            StrictPage strict = new StrictPage(page);
            strict.assertNothingForbidden();
            strict.assertAccessible();
        }
        return Files.readString(page);
    }

    private String figure() throws Exception {
        return Files.readString(folder.resolve("report/sweep-light.svg"));
    }

    /** Of all combinations: the student of each is a point better than the one before. */
    private static List<CellResults> cells(List<String> epochs, List<String> networks) {
        List<CellResults> cells = new ArrayList<>();
        for (String first : epochs.isEmpty() ? List.of("") : epochs) {
            for (String second : networks.isEmpty() ? List.of("") : networks) {
                Map<String, String> values = new LinkedHashMap<>();
                if (!first.isEmpty()) {
                    values.put(EPOCHS, first);
                }
                if (!second.isEmpty()) {
                    values.put(NETWORK, second);
                }
                double accuracy = 0.1 + 0.01 * (cells.size() % 80);
                cells.add(new CellResults("cell-" + first + "-" + second, values, results(accuracy)));
            }
        }
        return cells;
    }

    private static Results results(double accuracy) {
        return new Results(
                Results.SCHEMA,
                "x",
                null,
                List.of(ArmFixture.replicate(
                        1,
                        "ab".repeat(32),
                        ArmFixture.teacher().test("testAccuracy", 0.98, 0.97, 0.99),
                        ArmFixture.student(3000, null, 300, 300, 300, 300, 300, 300, 300, 300, 300, 300)
                                .test("testAccuracy", accuracy, accuracy - 0.05, accuracy + 0.05),
                        Map.of())),
                new Results.Summary(Map.of(
                        "teacher", measured("teacher", 0.98),
                        "student", measured("treatment", accuracy))),
                null);
    }

    private static Results.Measured measured(String role, double accuracy) {
        return new Results.Measured(
                role,
                Map.of("test", Map.of("testAccuracy", new Results.Statistics(1, accuracy, null, null, null))),
                null,
                null,
                null);
    }
}
