package io.github.distillmaven.experiment.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.reader.SettingLayer;
import io.github.distillmaven.experiment.settings.RepeatedElement;
import io.github.distillmaven.experiment.settings.SweepSettings;
import io.github.distillmaven.extension.option.ValueType;

/**
 * What was written of a sweep, in the strongest place that says something of it.
 *
 * @param layer number of that place, the preset being 0
 * @param origin what kind of place it is
 * @param values texts by path, that of the sweep among them
 */
record WrittenSweep(int layer, SettingValue.Origin origin, Map<String, String> values) {

    /** @param layers weakest first, the preset among them */
    static Optional<WrittenSweep> in(List<SettingLayer> layers) {
        for (int layer = layers.size() - 1; layer >= 0; layer--) {
            Map<String, String> values = new LinkedHashMap<>();
            layers.get(layer).values().forEach((path, text) -> {
                if (SweepSettings.belongs(path) && !path.equals(SweepSettings.LIMIT)) {
                    values.put(path, text);
                }
            });
            if (!values.isEmpty()) {
                return Optional.of(new WrittenSweep(layer, layers.get(layer).origin(), values));
            }
        }
        return Optional.empty();
    }

    /** Whether it says that nothing is swept. */
    boolean isNone() {
        String text = text().strip();
        return values.size() == 1
                && values.containsKey(SweepSettings.PATH)
                && (text.isEmpty() || text.equals(ValueType.NONE));
    }

    /** A sentence for each element that is written twice where it may not be. */
    List<String> repeated() {
        return values.keySet().stream()
                .flatMap(path -> RepeatedElement.refusal(path).stream())
                .distinct()
                .toList();
    }

    /** The axes of a grid: texts with commas between the values, by path. */
    Map<String, String> axes(List<String> problems) {
        Map<String, String> axes = new LinkedHashMap<>();
        values.forEach((path, text) -> {
            boolean below = path.startsWith(SweepSettings.PATH + ".");
            if (below && !path.startsWith(SweepSettings.PATH + ".cells.")) {
                axes.put(path.substring(SweepSettings.PATH.length() + 1), text);
            }
        });
        if (!text().isBlank()) {
            readShort(axes, problems);
        }
        return axes;
    }

    private void readShort(Map<String, String> axes, List<String> problems) {
        for (String part : text().split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                problems.add(
                        "%s is '%s'; it must be settings with their values, such as teacher.epochs=1,2,4, with a semicolon between two of them; or none."
                                .formatted(place(), text().strip()));
                return;
            }
            axes.put(part.substring(0, equals).strip(), part.substring(equals + 1));
        }
    }

    /** The cells that are written one by one: the settings of each, by path. */
    List<Map<String, String>> cells() {
        SortedMap<Integer, Map<String, String>> each = RepeatedElement.each(SweepSettings.CELL, values);
        return List.copyOf(each.values());
    }

    /** Where an axis is written. */
    String place(String path) {
        return text().isBlank() ? "<sweep><" + path + ">" : "'" + path + "' in " + place();
    }

    private String place() {
        return switch (origin) {
            case COMMAND_LINE -> "-Ddistill.sweep";
            case PROJECT_PROPERTY -> "the property distill.sweep";
            default -> "<sweep>";
        };
    }

    private String text() {
        return values.getOrDefault(SweepSettings.PATH, "");
    }

    /** What a cell sets, in words. */
    static String inWords(Map<String, String> cell) {
        return cell.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(", "));
    }
}
