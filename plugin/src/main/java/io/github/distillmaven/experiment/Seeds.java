package io.github.distillmaven.experiment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The one source of randomness of an experiment. Every use draws from a stream of its own, named for the use
 * ({@code teacher/initial-weights}), so that adding a use never shifts another.
 *
 * @param seed the experiment's seed
 */
public record Seeds(long seed) {

    /**
     * Opens a stream at its beginning. The same seed and name give the same numbers on every platform.
     *
     * @param name what the numbers are for, such as {@code student/shuffling}
     */
    public RandomGenerator stream(String name) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(derive(name));
    }

    private long derive(String name) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((seed + "/" + name).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java runtime has SHA-256", impossible);
        }
    }
}
