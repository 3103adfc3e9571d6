package io.github.distillmaven.provenance;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a lock file holds.
 *
 * @param format version of the file's format
 * @param experiments by name, the steps of each by name
 */
record LockContent(int format, SortedMap<String, SortedMap<String, LockedStep>> experiments) {

    static final int FORMAT = 1;

    static LockContent empty() {
        return new LockContent(FORMAT, new TreeMap<>());
    }

    /** The same with one step more, or another one in its place. */
    LockContent with(String experiment, String step, LockedStep locked) {
        SortedMap<String, SortedMap<String, LockedStep>> changed = new TreeMap<>(experiments);
        SortedMap<String, LockedStep> steps = new TreeMap<>(changed.getOrDefault(experiment, new TreeMap<>()));
        steps.put(step, locked);
        changed.put(experiment, steps);
        return new LockContent(FORMAT, changed);
    }
}
