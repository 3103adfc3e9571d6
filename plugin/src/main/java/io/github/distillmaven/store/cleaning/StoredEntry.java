package io.github.distillmaven.store.cleaning;

import java.time.Instant;
import java.util.SortedSet;

/**
 * An entry of the store, as the housekeeping sees it.
 *
 * @param key of the entry
 * @param condition what is known of it; unless it is readable, the step is empty, and only other files tell experiments and use
 * @param step that made it, such as {@code teacher}; {@code data} for a data set
 * @param experiments names of the experiments that made or used it; a name that several projects have is one name
 * @param size of its files in bytes, as the disk tells it
 * @param made when it was made
 * @param used when it was used last
 * @param inUse whether a running build uses it
 */
public record StoredEntry(
        String key,
        EntryCondition condition,
        String step,
        SortedSet<String> experiments,
        long size,
        Instant made,
        Instant used,
        boolean inUse) {}
