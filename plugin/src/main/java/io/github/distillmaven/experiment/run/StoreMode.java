package io.github.distillmaven.experiment.run;

/** What a build may do with a store. */
public enum StoreMode {
    /** Take results from it and keep new ones there. */
    READ_WRITE,
    /** Take results from it, change nothing. */
    READ,
    /** Keep new results there, take none. */
    WRITE,
    /** Neither. */
    NONE;

    /** Whether results are taken from it. */
    public boolean reads() {
        return this == READ_WRITE || this == READ;
    }

    /** Whether new results are kept there. */
    public boolean writes() {
        return this == READ_WRITE || this == WRITE;
    }
}
