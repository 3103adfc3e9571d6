package io.github.distillmaven.report.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.distillmaven.results.Results;

/**
 * The file {@code replicates.csv}, for spreadsheets and statistics programs: one line for each student, seed by seed, the treatment
 * before its controls, with the numbers of the teacher of that
 * seed and the key of the treatment. Comma-separated after RFC 4180, with a header. Shares are in
 * [0, 1] and as precise as they are known; a field is empty where nothing was measured.
 *
 * @param results where the numbers come from
 */
public record ReplicateTable(Results results) {

    /** Name of the file in the folder of its experiment. */
    public static final String FILE = "replicates.csv";

    /** What the students of no control are called. */
    static final String TREATMENT = "treatment";

    private static final List<String> HEADER = List.of(
            "seed",
            "arm",
            "transferSize",
            "wrong",
            "givenLabelAccuracy",
            "testAccuracy",
            "testIntervalLow",
            "testIntervalHigh",
            "macroRecall",
            "argminAccuracy",
            "majorityFloor",
            "agreement",
            "agreementWhereTeacherIsWrong",
            "mcNemarOnlyTreatment",
            "mcNemarOnlyControl",
            "mcNemarPValue",
            "labelsChanged",
            "teacherTrainAccuracy",
            "teacherTestAccuracy",
            "teacherTestIntervalLow",
            "teacherTestIntervalHigh",
            "teacherMacroRecall",
            "key");

    void write(Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writer.write(line(HEADER));
            for (Results.Replicate replicate : results.replicates()) {
                writer.write(line(fields(replicate, TREATMENT, replicate.transfer(), replicate.student(), null, null)));
                for (Map.Entry<String, Results.Control> entry :
                        replicate.controls().entrySet()) {
                    Results.Control control = entry.getValue();
                    writer.write(line(fields(
                            replicate,
                            entry.getKey(),
                            control.transfer(),
                            control.student(),
                            control.mcNemar(),
                            control.labelsChanged())));
                }
            }
        }
    }

    /** Numbers and names of controls need no quotes. */
    private static String line(List<?> fields) {
        return fields.stream()
                .map(field -> field == null ? "" : field.toString())
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static List<Object> fields(
            Results.Replicate replicate,
            String arm,
            Results.Transfer transfer,
            Results.Student student,
            Results.McNemar test,
            Double labelsChanged) {
        List<Object> fields = new ArrayList<>(
                Arrays.asList(replicate.seed(), arm, transfer.size(), transfer.wrong(), student.givenLabelAccuracy()));
        addTested(fields, student.testAccuracy(), student.testInterval());
        fields.addAll(Arrays.asList(
                student.macroRecall(),
                student.argminAccuracy(),
                student.majorityFloor(),
                student.agreement(),
                student.agreementWhereTeacherIsWrong(),
                test == null ? null : test.onlyTreatment(),
                test == null ? null : test.onlyControl(),
                test == null ? null : test.pValue(),
                labelsChanged));
        Results.Teacher teacher = replicate.teacher();
        fields.add(teacher.trainAccuracy());
        addTested(fields, teacher.testAccuracy(), teacher.testInterval());
        fields.add(teacher.macroRecall());
        fields.add(replicate.key());
        return fields;
    }

    private static void addTested(List<Object> fields, Double accuracy, Results.Bounds interval) {
        fields.add(accuracy);
        fields.add(interval == null ? null : interval.low());
        fields.add(interval == null ? null : interval.high());
    }
}
