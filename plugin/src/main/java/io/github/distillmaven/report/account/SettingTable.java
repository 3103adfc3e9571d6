package io.github.distillmaven.report.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Settings as people read them: what teacher and student have in common by name stands side by side.
 *
 * @param others what is of neither
 * @param ofModels what is of one of them, or of both
 */
public record SettingTable(List<SettingRow> others, List<Pair> ofModels) {

    private static final String TEACHER = "teacher.";
    private static final String STUDENT = "student.";

    /**
     * A setting of models.
     *
     * @param name without the model
     * @param teacher null where only students have it
     * @param student null where only teachers have it
     */
    public record Pair(
            String name,
            @Nullable SettingRow teacher,
            @Nullable SettingRow student) {

        /** That of the teacher and that of the student, either of which may be null. */
        public List<@Nullable SettingRow> cells() {
            return Arrays.asList(teacher, student);
        }

        /** Whether nobody set it, for either. */
        public boolean isDefault() {
            return cells().stream().allMatch(row -> row == null || row.isDefault());
        }

        private Pair with(SettingRow row) {
            return row.path().startsWith(TEACHER) ? new Pair(name, row, student) : new Pair(name, teacher, row);
        }
    }

    /** How many settings stand in both tables. */
    public long size() {
        return others.size()
                + ofModels.stream()
                        .flatMap(pair -> pair.cells().stream())
                        .filter(Objects::nonNull)
                        .count();
    }

    /** The tables of some settings, in their order. */
    public static SettingTable of(List<SettingRow> settings) {
        List<SettingRow> others = new ArrayList<>();
        Map<String, Pair> pairs = new LinkedHashMap<>();
        for (SettingRow row : settings) {
            if (row.path().startsWith(TEACHER) || row.path().startsWith(STUDENT)) {
                String name = row.path().substring(TEACHER.length());
                pairs.put(
                        name,
                        pairs.getOrDefault(name, new Pair(name, null, null)).with(row));
            } else {
                others.add(row);
            }
        }
        return new SettingTable(others, List.copyOf(pairs.values()));
    }
}
