package io.github.distillmaven.report.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.results.Results;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The table of all replicates and controls")
class ReplicateTableTest {

    private static final String HEADER = "seed,arm,transferSize,wrong,givenLabelAccuracy,testAccuracy,testIntervalLow,"
            + "testIntervalHigh,macroRecall,argminAccuracy,majorityFloor,agreement,agreementWhereTeacherIsWrong,"
            + "mcNemarOnlyTreatment,mcNemarOnlyControl,mcNemarPValue,labelsChanged,teacherTrainAccuracy,teacherTestAccuracy,"
            + "teacherTestIntervalLow,teacherTestIntervalHigh,teacherMacroRecall,key\r\n";

    @TempDir
    Path folder;

    @Test
    void hasOneLineForEachStudentWithTheNumbersOfItsTeacher() throws Exception {
        Map<String, Results.Control> controls = new LinkedHashMap<>();
        controls.put("shuffled", control(0.125, 0.1));
        controls.put("next-class", control(1 / 3.0, 1e-9));

        assertThat(written(
                        replicate(7, new Results.Bounds(0.75, 0.8125), 0.5, controls),
                        replicate(8, null, 0.5, Map.of())))
                .isEqualTo(
                        HEADER
                                + "7,treatment,3000,2999,0.875,0.5,0.75,0.8125,0.5,0.03125,0.25,0.5,,,,,,0.9375,0.96875,0.75,0.8125,0.9375,key7\r\n"
                                + "7,shuffled,3000,,0.875,0.125,0.75,0.8125,0.125,0.03125,0.25,0.125,,700,20,0.1,0.625,0.9375,0.96875,0.75,0.8125,0.9375,key7\r\n"
                                + "7,next-class,3000,,0.875,0.3333333333333333,0.75,0.8125,0.3333333333333333,0.03125,0.25,0.3333333333333333,,700,20,1.0E-9,0.625,0.9375,0.96875,0.75,0.8125,0.9375,key7\r\n"
                                + "8,treatment,3000,2999,0.875,0.5,,,0.5,0.03125,0.25,0.5,,,,,,0.9375,0.96875,,,0.9375,key8\r\n");
    }

    @Test
    void leavesEmptyWhatWasNotMeasured() throws Exception {
        assertThat(written(replicate(1, null, null, Map.of())))
                .isEqualTo(
                        HEADER + "1,treatment,3000,2999,0.875,,,,,0.03125,0.25,,,,,,,0.9375,0.96875,,,0.9375,key1\r\n");
    }

    private static Results.Replicate replicate(
            long seed, Results.Bounds interval, Double accuracy, Map<String, Results.Control> controls) {
        return new Results.Replicate(
                seed,
                "key" + seed,
                new Results.Teacher(0.9375, 0.96875, interval, 0.9375),
                new Results.Transfer(3000, 2999, List.of(2999, 1)),
                student(interval, accuracy),
                controls);
    }

    private static Results.Control control(double accuracy, double pValue) {
        return new Results.Control(
                new Results.Transfer(3000, null, List.of(2999, 1)),
                student(new Results.Bounds(0.75, 0.8125), accuracy),
                new Results.McNemar(700, 20, pValue),
                0.625);
    }

    private static Results.Student student(Results.Bounds interval, Double accuracy) {
        return new Results.Student(0.875, accuracy, interval, accuracy, 0.03125, 0.25, accuracy, null);
    }

    private String written(Results.Replicate... replicates) throws Exception {
        Path file = folder.resolve("replicates.csv");
        new ReplicateTable(new Results(Results.SCHEMA, "name", null, List.of(replicates), null, null)).write(file);
        return Files.readString(file);
    }
}
