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

    /** Bytes of all files. */
    long size() {
        return files.values().stream().mapToLong(StoredFile::size).sum();
    }
}
