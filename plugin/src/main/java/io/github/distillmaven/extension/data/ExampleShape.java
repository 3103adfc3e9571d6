package io.github.distillmaven.extension.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sizes of one example: {@code [height, width, channels]} of an image, {@code [2]} of a point of the plane.
 *
 * @param sizes from the slowest to the fastest, at least one, each at least 1, their product not above {@link Integer#MAX_VALUE}
 */
public record ExampleShape(List<Integer> sizes) {

    private static final int OF_AN_IMAGE = 3;

    public ExampleShape {
        sizes = List.copyOf(sizes);
        if (sizes.isEmpty() || sizes.stream().anyMatch(size -> size < 1) || tooLarge(sizes)) {
            throw new IllegalArgumentException("an example cannot have the sizes " + sizes);
        }
    }

    /** The shape of these sizes. */
    public static ExampleShape of(int... sizes) {
        return new ExampleShape(Arrays.stream(sizes).boxed().toList());
    }

    private static boolean tooLarge(List<Integer> sizes) {
        long values = 1;
        for (int size : sizes) {
            values *= size;
            if (values > Integer.MAX_VALUE) {
                return true;
            }
        }
        return false;
    }

    /** Number of values of one example: the product of the sizes. */
    public int values() {
        return sizes.stream().reduce(1, (product, size) -> product * size);
    }

    /** The last size. Each channel has its own normalisation. */
    public int channels() {
        return sizes.get(sizes.size() - 1);
    }

    /** Whether there are a height, a width and channels, so that it can be cropped and shown. */
    public boolean ofAnImage() {
        return sizes.size() == OF_AN_IMAGE;
    }

    /** Rows of an image. */
    public int height() {
        return sizes.get(0);
    }

    /** Columns of an image. */
    public int width() {
        return sizes.get(1);
    }

    /** Such as {@code 28x28x1}. */
    @Override
    public String toString() {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }
}
