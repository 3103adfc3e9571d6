package io.github.distillmaven.store.cleaning;

import java.util.List;

/**
 * What came of reading every byte of every entry.
 *
 * @param intact how many entries are what was written
 * @param damaged a sentence for each entry that is not
 * @param unread a sentence for each entry or folder that could not be read, so that nothing is known of it
 */
public record Verification(int intact, List<String> damaged, List<String> unread) {}
