package io.github.distillmaven.results.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.distillmaven.results.Results;

/**
 * What one cell of a sweep came to.
 *
 * @param name of the cell, and of its folder
 * @param values of the settings that are swept, by path
 */
public record CellResults(String name, Map<String, String> values, Results results) {

    public CellResults {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Its teachers, its students and all others, by name. */
    public Map<String, ArmMean> arms() {
        Map<String, ArmMean> arms = new LinkedHashMap<>();
        results.replicates().get(0).arms().keySet().stream()
                .filter(arm -> !arm.equals(Results.INDEPENDENT_TEACHER))
                .forEach(arm -> arms.put(arm, ArmMean.of(arm, results)));
        return arms;
    }

    /** Its students. */
    public ArmMean student() {
        return ArmMean.of(Results.STUDENT, results);
    }

    /** Number of replicates. */
    public int replicates() {
        return results.replicates().size();
    }
}
