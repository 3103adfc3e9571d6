package io.github.distillmaven.results;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.report.ExperimentReport;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

@DisplayName("A report on results that are missing or damaged")
class DamagedEvidenceTest {

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void chooseFolder() {
        folder = root.resolve("garments-to-digits");
    }

    @ParameterizedTest
    @CsvSource({
        "data/synthetic-digits/t10k-images-idx3-ubyte, fetch-data",
        "data/step.json, fetch-data",
        "teacher/result.json, train-teacher",
        "teacher/history.csv, train-teacher",
        "transfer/transfer.csv, mislabel",
        "transfer/images-idx3-ubyte, mislabel",
        "student/predictions.csv, train-student",
        "student/step.json, train-student"
    })
    void namesTheMissingFileAndItsGoal(String file, String goal) throws Exception {
        ReportRequest request = new ExperimentFixture(folder).write();
        Files.delete(folder.resolve(file));

        assertThatIOException()
                .isThrownBy(() -> new ExperimentReport().write(request))
                .withMessage("%s is missing. The goal '%s' makes it: bind that goal to the build, before 'report'."
                        .formatted(folder.resolve(file), goal));
    }

    @Test
    void namesTheDamagedFileItsLineAndItsGoal() throws Exception {
        ReportRequest request = new ExperimentFixture(folder).write();
        Path history = folder.resolve("student/history.csv");
        Files.writeString(history, "epoch,learningRate,loss,trainAccuracy,testAccuracy\n1,0.01,2.3,0.4\n");

        assertThatIOException()
                .isThrownBy(() -> new ExperimentReport().write(request))
                .withMessage(
                        history + ", line 2: not 'epoch,learningRate,loss,trainAccuracy,testAccuracy': 1,0.01,2.3,0.4."
                                + " The goal 'train-student' makes this file: delete it and run that goal again.");
    }

    @Test
    void refusesPredictionsThatEndEarly() throws Exception {
        ReportRequest request = new ExperimentFixture(folder).write();
        Path predictions = folder.resolve("teacher/predictions.csv");
        List<String> lines = Files.readAllLines(predictions);
        Files.write(predictions, lines.subList(0, 501), StandardCharsets.UTF_8);

        assertThatIOException()
                .isThrownBy(() -> new ExperimentReport().write(request))
                .withMessage(predictions + ": its 500 labels are not those of the 1000 test examples."
                        + " The goal 'train-teacher' makes this file: delete it and run that goal again.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10,0.9,0", "0,0.9,10"})
    void refusesAnAnswerThatIsNoClass(String answer) throws Exception {
        ReportRequest request = new ExperimentFixture(folder).tests(1).write();
        Path predictions = folder.resolve("teacher/predictions.csv");
        String text = Files.readString(predictions);
        String label = text.split("\n")[1].split(",")[1];
        Files.writeString(
                predictions, "index,label,predicted,confidence,leastLikely\n0," + label + "," + answer + "\n");

        assertThatIOException()
                .isThrownBy(() -> new ExperimentReport().write(request))
                .withMessage(predictions + ": label " + label + " was answered 10, but there are 10 classes."
                        + " The goal 'train-teacher' makes this file: delete it and run that goal again.");
    }

    @Test
    void refusesATableThatIsNotThatOfTheResult() throws Exception {
        ReportRequest request = new ExperimentFixture(folder).write();
        for (String file : List.of("transfer/result.json", "student/result.json")) {
            Path result = folder.resolve(file);
            Files.writeString(
                    result,
                    Files.readString(result)
                            .replaceFirst("\"size\" *: *3000", "\"size\":2999")
                            .replaceFirst("\"examples\" *: *3000", "\"examples\":2999"));
        }

        assertThatIOException()
                .isThrownBy(() -> new ExperimentReport().write(request))
                .withMessage(
                        folder.resolve("transfer/transfer.csv") + ": it has 3000 rows, but result.json speaks of 2999."
                                + " The goal 'mislabel' makes this file: delete it and run that goal again.");
    }

    @Test
    void refusesAResultWithoutOneOfItsNumbers() throws Exception {
        ReportRequest request = new ExperimentFixture(folder).write();
        Path result = folder.resolve("student/result.json");
        Files.writeString(result, "{}");

        assertThatIOException()
                .isThrownBy(() -> new ExperimentReport().write(request))
                .withMessageStartingWith(result + ": ")
                .withMessageContaining("'examples'")
                .withMessageEndingWith("The goal 'train-student' makes this file: delete it and run that goal again.");
    }

    @Test
    void refusesAStudentOfAnotherTransferSet() throws Exception {
        ReportRequest request = new ExperimentFixture(folder).write();
        Path result = folder.resolve("student/result.json");
        Files.writeString(result, Files.readString(result).replace("\"examples\":3000", "\"examples\":2999"));

        assertThatIOException()
                .isThrownBy(() -> new ExperimentReport().write(request))
                .withMessage(result + ": the student saw 2999 examples, but the transfer set has 3000."
                        + " The goal 'train-student' makes this file: delete it and run that goal again.");
    }

    @Test
    void refusesAStudentOfFewerExamplesThanItWasToSee() throws Exception {
        ReportRequest request =
                new ExperimentFixture(folder).studentExamples(1000).write();
        Path result = folder.resolve("student/result.json");
        Files.writeString(result, Files.readString(result).replace("\"examples\":1000", "\"examples\":3000"));

        assertThatIOException()
                .isThrownBy(() -> new ExperimentReport().write(request))
                .withMessage(result
                        + ": the student saw 3000 examples, but <student><examples> is 1000 and the transfer set has 3000."
                        + " The goal 'train-student' makes this file: delete it and run that goal again.");
    }

    @Test
    void refusesGivenLabelsThatAreNotThoseOfTheExamples() throws Exception {
        ReportRequest request = new ExperimentFixture(folder).write();
        Path table = folder.resolve("transfer/transfer.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(table));
        lines.add(1, lines.remove(lines.size() - 1));
        Files.write(table, lines, StandardCharsets.UTF_8);

        assertThatIOException()
                .isThrownBy(() -> new ExperimentReport().write(request))
                .withMessage(table + ": its given labels are not those of the examples."
                        + " The goal 'mislabel' makes this file: delete it and run that goal again.");
    }

    @ParameterizedTest
    @CsvSource({
        "transfer/transfer.csv, mislabel",
        "student/predictions.csv, train-student",
        "teacher/predictions.csv, train-teacher",
        "student/history.csv, train-student"
    })
    void namesTheTableThatEndsInTheMiddleOfALine(String file, String goal) throws Exception {
        ReportRequest request = new ExperimentFixture(folder).write();
        Path table = folder.resolve(file);
        List<String> lines = Files.readAllLines(table);
        String rest = lines.get(4).substring(0, 3);
        Files.writeString(table, String.join("\n", lines.subList(0, 4)) + "\n" + rest);

        assertThatIOException()
                .isThrownBy(() -> new ExperimentReport().write(request))
                .withMessage(table + ", line 5: not '" + lines.get(0) + "': " + rest + ". The goal '" + goal
                        + "' makes this file: delete it and run that goal again.");
        assertThat(folder.resolve("report")).doesNotExist();
        assertThat(folder.resolve("results.json")).doesNotExist();
    }

    @Test
    void refusesATransferTableThatEndsAfterALine() throws Exception {
        ReportRequest request = new ExperimentFixture(folder).write();
        Path table = folder.resolve("transfer/transfer.csv");
        Files.write(table, Files.readAllLines(table).subList(0, 2001), StandardCharsets.UTF_8);

        assertThatIOException()
                .isThrownBy(() -> new ExperimentReport().write(request))
                .withMessage(table + ": it has 2000 rows, but result.json speaks of 3000."
                        + " The goal 'mislabel' makes this file: delete it and run that goal again.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "student/history.csv; (?<=\\n1,0.01,)[0-9.]+; , line 2: not 'epoch,learningRate,loss,trainAccuracy,testAccuracy': 1,0.01,NaN,",
                "student/predictions.csv; 0\\.9; , line 2: not 'index,label,predicted,confidence,leastLikely': 0,",
                "student/result.json; (?<=\"trainAccuracy\":)0.9725; : its trainAccuracy is NaN"
            })
    void refusesWhatIsNotANumber(String file, String number, String problem) throws Exception {
        ReportRequest request = new ExperimentFixture(folder).write();
        Path damaged = folder.resolve(file);
        String text = Files.readString(damaged);
        String changed = text.replaceFirst(number, file.endsWith(".json") ? "\"NaN\"" : "NaN");
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(damaged, changed);

        assertThatIOException()
                .isThrownBy(() -> new ExperimentReport().write(request))
                .withMessageStartingWith(damaged + problem)
                .withMessageContaining("NaN")
                .withMessageEndingWith(" The goal 'train-student' makes this file: delete it and run that goal again.");
    }
}
