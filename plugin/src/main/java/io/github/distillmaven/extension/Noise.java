package io.github.distillmaven.extension;

import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.extension.option.Choice;
import org.apache.commons.rng.UniformRandomProvider;

/** What takes the place of the inputs before the teacher labels them, so that nothing of them is left but some of their statistics. */
public interface Noise extends Configurable {

    /** What reports call such inputs in a sentence, behind "images of": such as {@code Gaussian noise}. */
    String title();

    /**
     * Draws one input for each image.
     *
     * @param images whose place they take; their targets are not looked at
     * @param choice the values of {@link #options}
     * @param random what is left to chance is drawn from it
     * @return as many values, one input after the other: bytes, or floats on the scale of bytes' shares, on which images lie in [0, 1]
     */
    Values draw(Examples images, Choice choice, UniformRandomProvider random);

    /** Whether it takes the place of the inputs at all. */
    default boolean replaces() {
        return true;
    }
}
