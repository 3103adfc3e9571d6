package io.github.distillmaven.experiment.sweep;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The product of axes, in their order: the last one runs fastest.
 *
 * @param axes the values of each setting, by its path
 */
record GridOfValues(Map<String, List<String>> axes) {

    /** How many cells it has, which may be more than can be made. */
    BigInteger size() {
        return axes.values().stream()
                .map(values -> BigInteger.valueOf(values.size()))
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    /** What each cell sets, by path. */
    List<Map<String, String>> cells() {
        List<Map<String, String>> cells = new ArrayList<>(List.of(Map.of()));
        axes.forEach((path, values) -> {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> cell : cells) {
                for (String value : values) {
                    Map<String, String> more = new LinkedHashMap<>(cell);
                    more.put(path, value);
                    longer.add(more);
                }
            }
            cells.clear();
            cells.addAll(longer);
        });
        return cells;
    }
}
