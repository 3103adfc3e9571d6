package io.github.distillmaven.store.cleaning;

/**
 * An entry that is to be removed.
 *
 * @param entry it
 * @param reason why, in words for the user that follow "because"
 */
public record Removal(StoredEntry entry, String reason) {}
