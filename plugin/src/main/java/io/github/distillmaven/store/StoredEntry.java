package io.github.distillmaven.store;

import java.time.Instant;
import java.util.SortedSet;

/**
 * An entry of the store, as the housekeeping sees it.
 *
 * @param key of the entry
 * @param step that made it, such as {@code teacher}; {@code data} for a data set; empty if the entry is damaged
 * @param experiments names of the experiments that made or used it; a name that several projects have is one name
 * @param size of its files in bytes
 * @param made when it was made
 * @param used when it was used last
 * @param inUse whether a running build uses it
 */
public record StoredEntry(
        String key, String step, SortedSet<String> experiments, long size, Instant made, Instant used, boolean inUse) {}
