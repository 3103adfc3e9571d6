package io.github.distillmaven.report.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.sweep.ArmMean;
import io.github.distillmaven.results.sweep.CellResults;
import org.jspecify.annotations.Nullable;

/**
 * The cells for spreadsheets: a row for each arm of each cell. Shares are in [0, 1], and a field is empty where there is nothing to say.
 *
 * @param settings that are swept, a column each
 */
record CellTable(List<String> settings, List<CellResults> cells) {

    static final String FILE = "cells.csv";

    void write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("cell," + settings.stream().map(CellTable::quoted).collect(Collectors.joining(","))
                + ",replicates,arm,testAccuracy,intervalLow,intervalHigh,agreement");
        for (CellResults cell : cells) {
            cell.arms().forEach((arm, mean) -> lines.add(line(cell, arm, mean)));
        }
        Files.writeString(
                folder.resolve(FILE),
                lines.stream().map(line -> line + "\r\n").collect(Collectors.joining()),
                StandardCharsets.UTF_8);
    }

    private String line(CellResults cell, String arm, ArmMean mean) {
        Results.Bounds bounds = mean.interval();
        List<String> fields = new ArrayList<>();
        fields.add(quoted(cell.name()));
        Map<String, String> values = cell.values();
        settings.forEach(path -> fields.add(quoted(values.getOrDefault(path, ""))));
        fields.add(Integer.toString(cell.replicates()));
        fields.add(quoted(arm));
        fields.add(text(mean.testAccuracy()));
        fields.add(text(bounds == null ? null : (Double) bounds.low()));
        fields.add(text(bounds == null ? null : (Double) bounds.high()));
        fields.add(text(mean.agreement()));
        return String.join(",", fields);
    }

    private static String quoted(String text) {
        return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String text(@Nullable Double value) {
        return value == null ? "" : value.toString();
    }
}
