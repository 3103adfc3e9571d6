package io.github.distillmaven.tensorflow.training;

import io.github.distillmaven.experiment.Seeds;

/**
 * The training of one of several models.
 *
 * @param role {@code teacher} or {@code student}: the prefix of the names of its seed streams
 * @param seed of its replicate
 * @param lesson what it learns; not empty
 * @param test what it is evaluated on after every epoch of several steps; not empty
 */
public record Course(String role, long seed, Lesson lesson, Lesson test) {

    /** The streams of its seed. */
    public Seeds seeds() {
        return new Seeds(seed);
    }

    /** Names the model in messages. */
    public String whose() {
        return role + " of seed " + seed;
    }
}
