package io.github.distillmaven.store.cleaning;

/**
 * What was removed to keep a store within its limit.
 *
 * @param entries how many
 * @param bytes of their files
 */
public record Trimmed(int entries, long bytes) {

    /** Nothing had to go. */
    public static final Trimmed NOTHING = new Trimmed(0, 0);

    /** With one more entry of this size in bytes. */
    public Trimmed with(long size) {
        return new Trimmed(entries + 1, bytes + size);
    }
}
