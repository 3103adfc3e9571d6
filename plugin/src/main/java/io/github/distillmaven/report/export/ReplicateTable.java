package io.github.distillmaven.report.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.distillmaven.dataset.transfer.AttackResult;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.metrics.TestAccuracy;
import io.github.distillmaven.results.Metrics;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.Role;

/**
 * The file {@code replicates.csv}, for spreadsheets and statistics programs: one line for each student, seed by seed, the treatment
 * before its controls and the independent teacher last, with the numbers of the teacher of that seed and the key of the treatment. Comma-separated after RFC 4180,
 * with a header. Shares are in [0, 1] and as precise as they are known; a field is empty where nothing was measured. What was
 * measured on another evaluation set than the test set has its name before that of the metric.
 *
 * @param metrics the columns of every model
 * @param results where the numbers come from
 */
public record ReplicateTable(Metrics metrics, Results results) {

    /** Name of the file in the folder of its experiment. */
    public static final String FILE = "replicates.csv";

    /** What the students of no control are called. */
    static final String TREATMENT = "treatment";

    /** Of all metrics that are known. */
    ReplicateTable(Results results) {
        this(Metrics.knownOf(results), results);
    }

    void write(Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            List<Map<String, Object>> lines = new ArrayList<>();
            for (Results.Replicate replicate : results.replicates()) {
                lines.add(fields(replicate, TREATMENT, replicate.student()));
                replicate.others().forEach((name, control) -> lines.add(fields(replicate, name, control)));
                replicate
                        .independentTeacher()
                        .ifPresent(other -> lines.add(fields(replicate, Results.INDEPENDENT_TEACHER, other)));
            }
            writer.write(line(lines.get(0).keySet()));
            for (Map<String, Object> fields : lines) {
                writer.write(line(fields.values()));
            }
        }
    }

    /** Numbers and names of controls need no quotes. */
    private static String line(Iterable<?> fields) {
        List<String> texts = new ArrayList<>();
        fields.forEach(field -> texts.add(field == null ? "" : field.toString()));
        return texts.stream().collect(Collectors.joining(",", "", "\r\n"));
    }

    /** By column. */
    private Map<String, Object> fields(Results.Replicate replicate, String arm, Results.ArmNumbers student) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("seed", replicate.seed());
        fields.put("arm", arm);
        Results.Transfer taught = student.transfer();
        fields.put("transferSize", taught == null ? null : taught.size());
        fields.put("wrong", taught == null ? null : taught.wrong());
        Set<String> sets = new LinkedHashSet<>(replicate.student().evaluations().keySet());
        sets.remove(Results.TRAINING);
        add(fields, Role.STUDENT, student, sets);
        Results.McNemar test = student.mcNemar();
        fields.put("mcNemarOnlyTreatment", test == null ? null : test.onlyTreatment());
        fields.put("mcNemarOnlyControl", test == null ? null : test.onlyControl());
        fields.put("mcNemarPValue", test == null ? null : test.pValue());
        fields.put("labelsChanged", student.labelsChanged());
        AttackResult attack = taught == null ? null : taught.attack();
        fields.put("attackSuccess", attack == null ? null : attack.all().success());
        fields.put("attackDistance", attack == null ? null : attack.all().meanDistance());
        AttackResult independent = taught == null ? null : taught.independentAttack();
        fields.put(
                "independentAttackSuccess",
                independent == null ? null : independent.all().success());
        add(fields, Role.TEACHER, replicate.teacher(), sets);
        fields.put("key", replicate.key());
        return fields;
    }

    private void add(Map<String, Object> fields, Role role, Results.ArmNumbers numbers, Set<String> sets) {
        String owner = role == Role.TEACHER ? Results.TEACHER : "";
        metrics.ofTraining(role)
                .forEach(metric -> fields.put(
                        column(owner, metric.label()),
                        numbers.value(Results.TRAINING, metric.label()).value()));
        for (String set : sets) {
            String prefix = set.equals(EvaluationSet.TEST) ? "" : set + ".";
            for (Metric metric : metrics.on(set, role)) {
                Results.Value value = numbers.value(set, metric.label());
                fields.put(prefix + column(owner, metric.label()), value.value());
                if (metric.label().equals(TestAccuracy.LABEL)) {
                    fields.put(prefix + column(owner, "testIntervalLow"), value.low());
                    fields.put(prefix + column(owner, "testIntervalHigh"), value.high());
                }
            }
        }
    }

    private static String column(String owner, String name) {
        return owner.isEmpty() ? name : owner + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
