package io.github.distillmaven.extension;

import java.util.List;

import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.extension.data.Treatment;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A further student of every replicate that differs from the treatment in its transfer set alone: same seed, same initial weights,
 * same settings. What a control lacks is what its student cannot have learnt from.
 */
public interface Control extends Component {

    /**
     * The transfer set of the control.
     *
     * @param random what is left to chance is drawn from it
     */
    List<TransferRow> rows(Treatment treatment, UniformRandomProvider random);

    /** Whether it makes sense only where the inputs have a true label in the teacher's task. */
    default boolean needsTrueLabels() {
        return false;
    }

    /** Whether it is the treatment itself where every labelled input is kept. */
    default boolean needsSelection() {
        return false;
    }

    /** Whether its student gets the inputs as they were before they were moved; it is the treatment itself where none is moved. */
    default boolean undoesPerturbation() {
        return false;
    }

    /**
     * Whether another teacher labels for it: one with the same initial weights and settings, trained on the same examples under the
     * labels that {@link #relabel} leaves.
     */
    default boolean hasOwnTeacher() {
        return false;
    }

    /**
     * Changes the true labels that its own teacher is trained on.
     *
     * @param labels one for each of the teacher's examples, in their order
     */
    default void relabel(int[] labels, UniformRandomProvider random) {
        throw new UnsupportedOperationException(id() + " has no teacher of its own");
    }

    /**
     * How well it serves as the null that the treatment has to beat: the highest one of an experiment's controls is taken. 0 says that
     * it is no null.
     */
    default int nullRank() {
        return 0;
    }
}
