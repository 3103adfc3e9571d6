package io.github.distillmaven.extension;

import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.extension.option.Choice;

/** Which labelled inputs enter the transfer set. */
public interface Selection extends Configurable {

    /**
     * Whether an input stays.
     *
     * @param choice the values of {@link #options()}
     */
    boolean keeps(TransferRow row, Choice choice);

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
     * @param share of the inputs that it kept, such as {@code 1.2 %}
     */
    default String adviceWhenFew(String share) {
        return "It keeps " + share + " of the inputs";
    }

    /** What to do when a class is never given, in whole sentences. */
    String adviceWhenAClassIsMissing();
}
