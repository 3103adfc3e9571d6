package io.github.distillmaven.extension;

import java.util.List;

import io.github.distillmaven.extension.data.AnsweredInput;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.extension.option.Choice;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Which labelled inputs enter the transfer set. It looks at each by itself ({@link #keeps}), or at all of them at once ({@link #select}).
 */
public interface Selection extends Configurable {

    /**
     * Whether an input stays.
     *
     * @param choice the values of {@link #options()}
     */
    default boolean keeps(TransferRow row, Choice choice) {
        throw new UnsupportedOperationException(id() + " looks at all inputs at once");
    }

    /**
     * The inputs that stay, in the order of all: by default each that {@link #keeps}.
     *
     * @param candidates all that may stay
     * @param choice the values of {@link #options()}
     * @param random what is left to chance is drawn from it
     */
    default List<TransferRow> select(List<AnsweredInput> candidates, Choice choice, UniformRandomProvider random) {
        return candidates.stream()
                .map(AnsweredInput::row)
                .filter(row -> keeps(row, choice))
                .toList();
    }

    /** Whether it draws, so that another seed keeps others even where the teacher answers the same. */
    default boolean draws() {
        return false;
    }

    /** Whether it leaves nothing out. */
    default boolean keepsAll() {
        return false;
    }

    /**
     * Whether it holds the labels against the teacher's answers ({@link TransferRow#answered}), so that it is refused where the labels are
     * these answers.
     */
    default boolean comparesAnswers() {
        return false;
    }

    /** Whether it tells right labels from wrong ones, for which the inputs need a true label in the teacher's task. */
    default boolean needsTrueLabels() {
        return true;
    }

    /** Whether it keeps the teacher's errors, of which there may be few however much the teacher has learnt. */
    default boolean keepsErrors() {
        return false;
    }

    /**
     * What to do when it keeps too few inputs: a sentence without its full stop, as the caller may go on with more inputs. It is not asked
     * of a selection that keeps all of them.
     *
     * @param share of the inputs that it kept, such as {@code 1.2%}
     */
    default String adviceWhenFew(String share) {
        return "It keeps " + share + " of the inputs";
    }

    /** What to do when a class is never given, in whole sentences. */
    String adviceWhenAClassIsMissing();
}
