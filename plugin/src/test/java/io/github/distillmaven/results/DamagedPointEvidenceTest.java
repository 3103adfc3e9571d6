package io.github.distillmaven.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.report.ExperimentReport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

@DisplayName("A report on points that are missing or damaged")
class DamagedPointEvidenceTest {

    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "teacher/points.csv; train-teacher; of seed 2, it has 9 points instead of 32",
                "transfer/transfer.csv; mislabel; of seed 2, it has 9 points instead of 32",
                "student/predictions.csv; train-student; of seed 1, it has 9 answers of shuffled instead of 32",
                "teacher/surface.csv; train-teacher; 41 points instead of 58081"
            })
    void namesTheTableThatEndsAfterALine(String file, String goal, String problem) throws Exception {
        PointReportRequest request = fixture().write();
        Path table = root.resolve(file);
        // The header, 32 rows, and 9 more.
        Files.write(table, Files.readAllLines(table).subList(0, 42));

        assertRefused(request, table, problem, goal);
    }

    @ParameterizedTest
    @CsvSource({
        "teacher/points.csv, train-teacher",
        "transfer/transfer.csv, mislabel",
        "student/predictions.csv, train-student",
        "student/surface.csv, train-student"
    })
    void namesTheTableThatEndsInTheMiddleOfALine(String file, String goal) throws Exception {
        PointReportRequest request = fixture().write();
        Path table = root.resolve(file);
        List<String> lines = Files.readAllLines(table);
        String rest = lines.get(4).substring(0, 3);
        Files.writeString(table, String.join("\n", lines.subList(0, 4)) + "\n" + rest);

        assertThatIOException()
                .isThrownBy(() -> new ExperimentReport().write(request))
                .withMessage(table + ", line 5: not '" + lines.get(0) + "': " + rest + advice(goal));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '@',
            value = {
                "\"givenLabelAccuracy\" : 1.0; \"givenLabelAccuracy\" : \"NaN\"; of seed 1, the givenLabelAccuracy of student is NaN",
                "\"correct\" : 20; \"correct\" : 33; of seed 1, student has 33 of 32 points right, but the teacher learnt 32",
                "\"points\" : 32; \"points\" : 31; of seed 1, student has 20 of 31 points right, but the teacher learnt 32",
                "\"shuffled\"; \"shuffle\"; of seed 1, the control shuffled is missing"
            })
    void refusesNumbersThatCannotBe(String pattern, String replacement, String problem) throws Exception {
        PointReportRequest request = fixture().write();
        Path result = root.resolve("student/result.json");
        String text = Files.readString(result);
        String changed = text.replaceFirst(pattern, replacement);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(result, changed);

        assertRefused(request, result, problem, "train-student");
    }

    @Test
    void writesNothing() throws Exception {
        PointReportRequest request = fixture().write();
        Files.delete(root.resolve("student/predictions.csv"));

        assertThatIOException().isThrownBy(() -> new ExperimentReport().write(request));

        assertThat(root).isDirectoryNotContaining("glob:**/{report,results.json,replicates.csv,summary.md}");
    }

    private PointFixture fixture() {
        return new PointFixture(root, List.of(20, 23));
    }

    private static void assertRefused(PointReportRequest request, Path file, String problem, String goal) {
        assertThatIOException()
                .isThrownBy(() -> new ExperimentReport().write(request))
                .withMessage(file + ": " + problem + advice(goal));
    }

    private static String advice(String goal) {
        return ". The goal '" + goal + "' makes this file: delete it and run that goal again.";
    }
}
