package io.github.distillmaven.store;

/**
 * What an entry is. It is for people: nothing is decided by it.
 *
 * @param step that made it, such as {@code teacher}, or {@code data}
 * @param experiment that first made it
 * @param made instant in ISO-8601, UTC
 */
public record EntryDescription(String step, String experiment, String made) {}
