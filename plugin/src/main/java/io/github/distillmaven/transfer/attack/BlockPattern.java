package io.github.distillmaven.transfer.attack;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import io.github.distillmaven.extension.data.ExampleShape;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * A pattern for each class: an image is cut into squares, from its upper left corner on, and all values of a square, those of every channel
 * alike, have one size and one sign. Signs are drawn for one class after the other, square by square and row by row, from a stream that is
 * always the same, and once more where an earlier class has the same ones. So a class has its pattern in all images of a shape, whatever
 * the seed, the batch and the data set, and no other class has it.
 *
 * @param shape of the images, with a height and a width of {@value #LEAST} or more
 * @param length of each pattern: the square root of the sum of the squares of its values
 */
record BlockPattern(ExampleShape shape, double length) {

    /** Rows and columns of a square; those at the right and the lower edge have fewer where it does not divide the image. */
    static final int SIDE = 4;

    /** Fewer rows or columns have too few squares for patterns that differ in several of them. */
    static final int LEAST = 16;

    /** Why examples of a shape have no pattern, as the end of a sentence; empty if they have. */
    static Optional<String> lack(ExampleShape shape) {
        return shape.ofAnImage() && Math.min(shape.height(), shape.width()) >= LEAST
                ? Optional.empty()
                : Optional.of("needs images of at least %sx%s; these are %s".formatted(LEAST, LEAST, shape));
    }

    /**
     * The values of a pattern.
     *
     * @return of the size of an example
     */
    float[] of(int label) {
        int across = squares(shape.width());
        BitSet positive = signs(label, squares(shape.height()) * across);
        float size = (float) (length / Math.sqrt(shape.values()));
        float[] values = new float[shape.values()];
        for (int index = 0; index < values.length; index++) {
            int pixel = index / shape.channels();
            int square = pixel / shape.width() / SIDE * across + pixel % shape.width() / SIDE;
            values[index] = positive.get(square) ? size : -size;
        }
        return values;
    }

    private static int squares(int side) {
        return (side + SIDE - 1) / SIDE;
    }

    private static BitSet signs(int label, int count) {
        UniformRandomProvider random = RandomSource.L64_X128_MIX.create(0L);
        Set<BitSet> drawn = new HashSet<>();
        BitSet positive;
        do {
            positive = draw(count, random);
        } while (!drawn.add(positive) || drawn.size() <= label);
        return positive;
    }

    private static BitSet draw(int count, UniformRandomProvider random) {
        BitSet positive = new BitSet();
        for (int square = 0; square < count; square++) {
            positive.set(square, random.nextBoolean());
        }
        return positive;
    }
}
