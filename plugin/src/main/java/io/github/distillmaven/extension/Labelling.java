package io.github.distillmaven.extension;

import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.TeacherAnswers;
import io.github.distillmaven.extension.option.Choice;
import org.apache.commons.rng.UniformRandomProvider;

/** Where the labels of the transfer set come from. */
public interface Labelling extends Configurable {

    /** What figures call such labels, behind "trained on": such as {@code labels}. */
    default String title() {
        return "labels " + id();
    }

    /**
     * Labels all inputs.
     *
     * @param choice the values of {@link #options}
     * @param random what is left to chance is drawn from it
     * @return one target for each input: classes, or distributions over as many classes as the teacher has; of labels that are about its
     *     auxiliary logits, over these behind the classes, whose shares are 0
     */
    Targets label(TeacherAnswers answers, Choice choice, UniformRandomProvider random);

    /** Whether it needs {@link TeacherAnswers#logits}. */
    default boolean needsLogits() {
        return false;
    }

    /** Whether its labels are about {@link TeacherAnswers#auxiliary}, which it then needs as well. */
    default boolean isAuxiliary() {
        return false;
    }

    /** Whether it needs {@link TeacherAnswers#trueLabels}. */
    default boolean needsTrueLabels() {
        return false;
    }

    /** Whether it needs {@link TeacherAnswers#targets}. */
    default boolean needsTargets() {
        return false;
    }

    /** Whether its labels depend on what the teacher answers, so that another teacher's would be others. */
    default boolean asksTeacher() {
        return true;
    }

    /** Whether it draws labels, so that another seed gives others even where the teacher answers the same. */
    default boolean draws() {
        return false;
    }

    /**
     * The temperature that a student learns its labels at: its loss is T^2 times the cross entropy between them and the softmax of its
     * logits divided by T (Hinton et al. 2015). At least 0, and 1 for labels that are classes.
     */
    default double temperature(Choice choice) {
        return 1;
    }
}
