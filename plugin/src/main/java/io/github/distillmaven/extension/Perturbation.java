package io.github.distillmaven.extension;

import io.github.distillmaven.extension.data.ValueBounds;
import io.github.distillmaven.extension.option.Choice;

/** How inputs are moved before the teacher labels them. */
public interface Perturbation extends Configurable {

    /**
     * Moves inputs.
     *
     * @param model the one that will label them
     * @param inputs one example after the other; not to be written to
     * @param labels the true ones, which the model is to leave
     * @param bounds within which every value stays
     * @param choice the values of {@link #options}
     * @return the moved inputs, of the same size
     */
    float[] move(DifferentiableModel model, float[] inputs, int[] labels, ValueBounds bounds, Choice choice);

    /** What to do when too few inputs are answered wrong after they were moved: a whole sentence; empty if there is nothing to say. */
    default String adviceWhenFewErr(Choice choice) {
        return "";
    }

    /** Whether it moves anything. */
    default boolean moves() {
        return true;
    }
}
