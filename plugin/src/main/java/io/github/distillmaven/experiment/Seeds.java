package io.github.distillmaven.experiment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.distillmaven.disk.Digests;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The one source of randomness of an experiment. Every use draws from a stream of its own, named for the use
 * ({@code teacher/initial-weights}), so that adding a use never shifts another.
 *
 * @param seed the experiment's seed
 */
public record Seeds(long seed) {

    /**
     * Not the generator of the same name in the JDK: that one is found through the context class loader, and so not
     * inside a plugin.
     */
    private static final RandomSource GENERATOR = RandomSource.L64_X128_MIX;

    /**
     * Opens a stream at its beginning. The same seed and name give the same numbers on every platform. Its state can be
     * saved, so that a work that was broken off goes on with the numbers that it would have drawn.
     *
     * @param name what the numbers are for, such as {@code student/shuffling}
     */
    public RestorableUniformRandomProvider stream(String name) {
        return GENERATOR.create(derive(name));
    }

    /**
     * Seeds of further models: none of them is this one, and no two are the same.
     *
     * @param name what they are for
     * @param count how many; the first ones are the same whatever it is
     */
    public List<Long> further(String name, int count) {
        return stream(name)
                .longs()
                .map(drawn -> drawn >>> 1)
                .filter(drawn -> drawn != seed)
                .distinct()
                .limit(count)
                .boxed()
                .toList();
    }

    private long derive(String name) {
        byte[] digest = Digests.begin().digest((seed + "/" + name).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest).getLong();
    }
}
