package io.github.distillmaven.dataset.transfer;

/**
 * Something that keeps a student from learning from a transfer set.
 *
 * @param complaint what is wrong, with its numbers, as the end of "the set is not enough: ..."
 * @param advice what may help, in whole sentences; empty if that of another one is enough
 */
record Shortcoming(String complaint, String advice) {}
