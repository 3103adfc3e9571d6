package io.github.distillmaven.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.report.ExperimentReport;
import io.github.distillmaven.results.evidence.ReportRequest;
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
                "teacher/predictions.csv; train-teacher; its 9 labels are not those of the 32 test examples",
                "transfer/transfer.csv; mislabel; it has 9 rows, but result.json speaks of 20",
                "controls/shuffled/student/predictions.csv; train-student; its 9 labels are not those of the 32 test examples",
                "replicates/2/student/predictions.csv; train-student; its 9 labels are not those of the 32 test examples",
                "teacher/evaluations/plane.csv; train-teacher; it has 9 points instead of 58081"
            })
    void namesTheTableThatEndsAfterALine(String file, String goal, String problem) throws Exception {
        ReportRequest request = fixture().write();
        Path table = root.resolve(file);
        Files.write(table, Files.readAllLines(table).subList(0, 10));

        assertRefused(request, table, problem, goal);
    }

    @ParameterizedTest
    @CsvSource({
        "teacher/predictions.csv, train-teacher",
        "transfer/transfer.csv, mislabel",
        "student/evaluations/plane.csv, train-student",
        "student/evaluations/fresh.csv, train-student"
    })
    void namesTheTableThatEndsInTheMiddleOfALine(String file, String goal) throws Exception {
        ReportRequest request = fixture().write();
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
                "\"trainAccuracy\" : 1.0; \"trainAccuracy\" : \"NaN\"; its trainAccuracy is NaN",
                "\"examples\" : 20; \"examples\" : 21; the student saw 21 examples, but the transfer set has 20"
            })
    void refusesNumbersThatCannotBe(String pattern, String replacement, String problem) throws Exception {
        ReportRequest request = fixture().write();
        Path result = root.resolve("student/result.json");
        String text = Files.readString(result);
        String changed = text.replaceFirst(pattern, replacement);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(result, changed);

        assertRefused(request, result, problem, "train-student");
    }

    @ParameterizedTest
    @CsvSource({
        "teacher/examples/values.npy, train-teacher",
        "replicates/2/teacher/examples/labels-idx1-ubyte, train-teacher",
        "transfer/values.npy, mislabel",
        "student/evaluations/plane.csv, train-student",
        "replicates/2/controls/shuffled/student/evaluations/fresh.csv, train-student"
    })
    void namesTheFileThatIsMissing(String file, String goal) throws Exception {
        ReportRequest request = fixture().write();
        Files.delete(root.resolve(file));

        assertThatIOException()
                .isThrownBy(() -> new ExperimentReport().write(request))
                .withMessage("%s is missing. The goal '%s' makes it: bind that goal to the build, before 'report'."
                        .formatted(root.resolve(file), goal));
    }

    @Test
    void writesNothing() throws Exception {
        ReportRequest request = fixture().write();
        Files.delete(root.resolve("student/predictions.csv"));

        assertThatIOException().isThrownBy(() -> new ExperimentReport().write(request));

        assertThat(root).isDirectoryNotContaining("glob:**/{report,results.json,replicates.csv,summary.md}");
    }

    private PointFixture fixture() {
        return new PointFixture(root, List.of(20, 23));
    }

    private static void assertRefused(ReportRequest request, Path file, String problem, String goal) {
        assertThatIOException()
                .isThrownBy(() -> new ExperimentReport().write(request))
                .withMessage(file + ": " + problem + advice(goal));
    }

    private static String advice(String goal) {
        return ". The goal '" + goal + "' makes this file: delete it and run that goal again.";
    }
}
