package io.github.distillmaven.experiment.sweep;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.distillmaven.experiment.Condition;
import io.github.distillmaven.experiment.Expectation;

/**
 * What must hold of expectations over cells.
 *
 * @param settings that are swept
 * @param cells the values of these in each cell, by path
 */
record TrendRules(List<String> settings, List<Map<String, String>> cells) {

    /** A sentence or more for each trend that can never be seen. */
    List<String> violations(List<Expectation> expectations) {
        return expectations.stream()
                .flatMap(expectation -> expectation.conditions().stream()
                        .filter(Condition.Trend.class::isInstance)
                        .map(Condition.Trend.class::cast)
                        .filter(trend -> !isSeen(trend.setting()))
                        .map(trend -> "%s is '%s', %s."
                                .formatted(expectation.place(trend), trend.setting(), reason(trend.setting()))))
                .toList();
    }

    private String reason(String setting) {
        if (settings.isEmpty()) {
            return "but nothing is swept. Add <%s> with two values or more to <sweep>".formatted(setting);
        }
        return settings.contains(setting)
                ? "but no two cells differ only in that. Add cells that do"
                : "which is not swept. It must be one of: " + String.join(", ", settings);
    }

    private boolean isSeen(String setting) {
        Map<Map<String, String>, Set<String>> others = new LinkedHashMap<>();
        for (Map<String, String> cell : cells) {
            Map<String, String> rest = new LinkedHashMap<>(cell);
            String value = rest.remove(setting);
            if (value != null) {
                others.computeIfAbsent(rest, none -> new HashSet<>()).add(value);
            }
        }
        return others.values().stream().anyMatch(values -> values.size() > 1);
    }
}
