package io.github.distillmaven.store.cleaning;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What decides which entries go first.
 *
 * @param key of the entry
 * @param size of its files in bytes, as the disk tells it
 * @param used when it was used last
 */
public record EntryWeight(String key, long size, Instant used) {

    /** Those first that do not fit into the limit alone, for which all others would have to go; then the longest unused. */
    public static List<EntryWeight> inOrderOfRemoval(List<EntryWeight> weights, long limit) {
        return weights.stream()
                .sorted(Comparator.comparing((EntryWeight weight) -> weight.size <= limit)
                        .thenComparing(EntryWeight::used)
                        .thenComparing(EntryWeight::key))
                .toList();
    }
}
