package io.github.distillmaven.extension.data;

import org.apache.commons.rng.UniformRandomProvider;

/** The randomness of a replicate. Every use draws from a stream of its own, so that adding a use never shifts another. */
@FunctionalInterface
public interface Streams {

    /**
     * Opens a stream at its beginning. The same seed and name give the same numbers on every platform.
     *
     * @param name what the numbers are for, such as {@code points/positions/1}
     */
    UniformRandomProvider stream(String name);
}
