package io.github.distillmaven.report.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.results.ArmFixture;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The table of all replicates and controls")
class ReplicateTableTest {

    private static final String HEADER = "seed,arm,transferSize,wrong,givenLabelAccuracy,testAccuracy,testIntervalLow,"
            + "testIntervalHigh,macroRecall,lowestRecall,top5Accuracy,argminAccuracy,majorityFloor,agreement,agreementWhereTeacherIsWrong,"
            + "answerKappa,errorConsistency,klDivergence,klDivergenceWhereTeacherIsWrong,"
            + "mcNemarOnlyTreatment,mcNemarOnlyControl,mcNemarPValue,labelsChanged,attackSuccess,attackDistance,independentAttackSuccess,teacherTrainAccuracy,teacherTestAccuracy,"
            + "teacherTestIntervalLow,teacherTestIntervalHigh,teacherMacroRecall,teacherLowestRecall,teacherTop5Accuracy,key\r\n";

    @TempDir
    Path folder;

    @Test
    void hasOneLineForEachStudentWithTheNumbersOfItsTeacher() throws Exception {
        Map<String, Results.ArmNumbers> controls = new LinkedHashMap<>();
        controls.put("shuffled", control(0.125, 0.1));
        controls.put("next-class", control(1 / 3.0, 1e-9));
        controls.put(
                "independent-teacher",
                new ArmFixture(Role.INDEPENDENT, null, Map.of())
                        .test("agreement", 0.75)
                        .test("answerKappa", -0.5)
                        .numbers());

        assertThat(written(
                        replicate(7, new Results.Bounds(0.75, 0.8125), 0.5, controls),
                        replicate(8, null, 0.5, Map.of())))
                .isEqualTo(
                        HEADER
                                + "7,treatment,3000,2999,0.875,0.5,0.75,0.8125,0.5,,,0.03125,0.25,0.5,,,,,,,,,,,,,0.9375,0.96875,0.75,0.8125,0.9375,,,key7\r\n"
                                + "7,shuffled,3000,,0.875,0.125,0.75,0.8125,0.125,,,0.03125,0.25,0.125,,,,,,700,20,0.1,0.625,,,,0.9375,0.96875,0.75,0.8125,0.9375,,,key7\r\n"
                                + "7,next-class,3000,,0.875,0.3333333333333333,0.75,0.8125,0.3333333333333333,,,0.03125,0.25,0.3333333333333333,,,,,,700,20,1.0E-9,0.625,,,,0.9375,0.96875,0.75,0.8125,0.9375,,,key7\r\n"
                                + "7,independent-teacher,,,,,,,,,,,,0.75,,-0.5,,,,,,,,,,,0.9375,0.96875,0.75,0.8125,0.9375,,,key7\r\n"
                                + "8,treatment,3000,2999,0.875,0.5,,,0.5,,,0.03125,0.25,0.5,,,,,,,,,,,,,0.9375,0.96875,,,0.9375,,,key8\r\n");
    }

    @Test
    void leavesEmptyWhatWasNotMeasured() throws Exception {
        assertThat(written(replicate(1, null, null, Map.of())))
                .isEqualTo(
                        HEADER
                                + "1,treatment,3000,2999,0.875,,,,,,,0.03125,0.25,,,,,,,,,,,,,,0.9375,0.96875,,,0.9375,,,key1\r\n");
    }

    private static Results.Replicate replicate(
            long seed, Results.Bounds interval, Double accuracy, Map<String, Results.ArmNumbers> controls) {
        return ArmFixture.replicate(
                seed,
                "key" + seed,
                ArmFixture.teacher()
                        .fit("trainAccuracy", 0.9375)
                        .with("test", "testAccuracy", value(0.96875, interval))
                        .test("macroRecall", 0.9375),
                student(ArmFixture.student(3000, 2999, 2999, 1), interval, accuracy),
                controls);
    }

    private static Results.ArmNumbers control(double accuracy, double pValue) {
        return student(ArmFixture.control(3000, null, 2999, 1), new Results.Bounds(0.75, 0.8125), accuracy)
                .numbers(new Results.McNemar(700, 20, pValue), 0.625);
    }

    private static ArmFixture student(ArmFixture student, Results.Bounds interval, Double accuracy) {
        return student.fit("givenLabelAccuracy", 0.875)
                .with("test", "testAccuracy", value(accuracy, interval))
                .test("macroRecall", accuracy)
                .test("argminAccuracy", 0.03125)
                .test("majorityFloor", 0.25)
                .test("agreement", accuracy);
    }

    private static Results.Value value(Double accuracy, Results.Bounds interval) {
        return new Results.Value(
                accuracy,
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                null,
                null);
    }

    private String written(Results.Replicate... replicates) throws Exception {
        Path file = folder.resolve("replicates.csv");
        new ReplicateTable(new Results(Results.SCHEMA, "name", null, List.of(replicates), null, null)).write(file);
        return Files.readString(file);
    }
}
