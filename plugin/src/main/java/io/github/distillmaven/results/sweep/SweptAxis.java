package io.github.distillmaven.results.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A setting that is swept, and the values that it has in some cell.
 *
 * @param setting its path
 * @param values from the smallest number to the largest; where they are no numbers, in the order in which they were written
 */
public record SweptAxis(String setting, List<String> values) {

    public SweptAxis {
        values = List.copyOf(values);
    }

    /** Of all cells, each value once. */
    public static SweptAxis of(String setting, List<CellResults> cells) {
        List<String> values = new ArrayList<>(cells.stream()
                .map(cell -> cell.values().getOrDefault(setting, ""))
                .distinct()
                .toList());
        if (values.stream().allMatch(SweptAxis::isNumber)) {
            values.sort(Comparator.comparingDouble(Double::parseDouble));
        }
        return new SweptAxis(setting, values);
    }

    /** Whether all values are numbers. */
    public boolean isNumeric() {
        return values.stream().allMatch(SweptAxis::isNumber);
    }

    /** Whether the numbers span more than a decade, and none is 0. */
    public boolean isWide() {
        double smallest = Double.parseDouble(values.get(0));
        return smallest > 0 && Double.parseDouble(values.get(values.size() - 1)) > 10 * smallest;
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    }
}
