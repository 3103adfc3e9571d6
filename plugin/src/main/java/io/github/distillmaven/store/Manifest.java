package io.github.distillmaven.store;

import java.util.SortedMap;

/**
 * What an entry must hold to be served.
 *
 * @param key of the entry
 * @param description what it is, for those who look at the store
 * @param files every file by its path relative to the entry, with {@code /} between names
 */
record Manifest(String key, EntryDescription description, SortedMap<String, StoredFile> files) {

    /**
     * One file of an entry.
     *
     * @param size in bytes
     * @param sha256 of its content, in hex
     */
    record StoredFile(long size, String sha256) {}

    /** Whether it says everything, in a form that can be read. Whoever can write to the store may have written anything. */
    boolean isComplete() {
        return key != null
                && files != null
                && !files.containsValue(null)
                && description != null
                && description.isComplete();
    }
}
