package io.github.distillmaven.store;

/**
 * What was removed to keep a store within its limit.
 *
 * @param entries how many
 * @param bytes of their files
 */
public record Trimmed(int entries, long bytes) {

    static final Trimmed NOTHING = new Trimmed(0, 0);

    Trimmed with(long size) {
        return new Trimmed(entries + 1, bytes + size);
    }
}
