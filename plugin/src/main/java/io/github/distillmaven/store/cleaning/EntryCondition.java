package io.github.distillmaven.store.cleaning;

/** What is known of an entry without reading all its bytes. */
public enum EntryCondition {
    /** Its manifest is what was written. */
    READABLE,
    /** Its manifest is not what was written; no build takes the entry. */
    DAMAGED,
    /** This user may not read it, so that nothing is known. */
    UNREADABLE
}
