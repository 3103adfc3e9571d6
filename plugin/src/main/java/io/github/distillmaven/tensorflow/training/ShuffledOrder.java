package io.github.distillmaven.tensorflow.training;

import java.util.stream.IntStream;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * The order in which examples come by, shuffled anew for each epoch.
 *
 * @param places of the examples
 * @param random decides
 */
public record ShuffledOrder(int[] places, UniformRandomProvider random) {

    /** The order of one of several models. */
    public static ShuffledOrder of(Course course) {
        return new ShuffledOrder(
                IntStream.range(0, course.lesson().size()).toArray(),
                course.seeds().stream(course.role() + "/shuffling"));
    }

    /** Draws the order of the next epoch. */
    public void shuffle() {
        shuffle(places, random);
    }

    /** Fisher and Yates. */
    static void shuffle(int[] places, UniformRandomProvider random) {
        for (int last = places.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int moved = places[last];
            places[last] = places[other];
            places[other] = moved;
        }
    }
}
