package io.github.distillmaven.results;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Why a report is written: what the build that asks for it says beside the experiment.
 *
 * @param origin facts about that build by name, as a step's record keeps them: {@code project}, {@code command}, {@code commit}
 * @param baseline what to compare with; null if nothing
 */
public record Occasion(SortedMap<String, String> origin, EarlierResults baseline) {

    public Occasion {
        origin = Collections.unmodifiableSortedMap(new TreeMap<>(origin));
    }
}
