package io.github.distillmaven.fetch;

/**
 * A source that did not deliver.
 *
 * @param source address, or path of a local file
 * @param reason why, in words, without a full stop
 * @param absent whether the source merely lacks the file, as a mirror does that holds its packages alone
 */
public record Attempt(String source, String reason, boolean absent) {}
