package io.github.distillmaven.extension;

/** What a number counts in. */
public enum Unit {
    /** Of a whole, in [0, 1]. */
    SHARE,
    /** At least 0; a mean of counts may have a fraction. */
    COUNT,
    /** Information, at least 0. */
    NATS
}
