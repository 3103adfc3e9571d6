package io.github.distillmaven.dataset.synthetic;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Random choices for a drawing. Uses nothing of the generator but its 64-bit words, because how the standard library
 * turns them into bounded numbers may differ between Java versions.
 */
final class Chance {

    private final UniformRandomProvider words;

    Chance(UniformRandomProvider words) {
        this.words = words;
    }

    /** Uniform in [from, to). */
    double between(double from, double to) {
        return from + (to - from) * ((words.nextLong() >>> 11) * 0x1.0p-53);
    }

    /** Uniform in 0..bound-1. */
    int below(int bound) {
        return (int) between(0, bound);
    }

    /** True with the given probability. */
    boolean once(double probability) {
        return between(0, 1) < probability;
    }

    /** Bell-shaped around 0 with standard deviation 0.5, in (-1.5, 1.5): the sum of three uniform numbers. */
    double bell() {
        return between(-0.5, 0.5) + between(-0.5, 0.5) + between(-0.5, 0.5);
    }
}
