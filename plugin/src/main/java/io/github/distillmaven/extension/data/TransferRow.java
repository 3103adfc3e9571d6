package io.github.distillmaven.extension.data;

import org.jspecify.annotations.Nullable;

/**
 * One labelled input: a row of {@code transfer.csv}.
 *
 * @param index its position in the inputs' own training set, from 0
 * @param inputLabel its class in its own data set
 * @param trueLabel its class among the teacher's; null if it has none, because it is of another data set
 * @param givenLabel the class that the teacher, or a control, gave it
 * @param confidence the teacher's softmax probability of that class, in [0, 1]; NaN if the teacher answers otherwise, or a control gave it
 * @param answerTo position of the input whose answer the label is; {@link #NO_ANSWER} if it is no answer of the teacher's
 */
public record TransferRow(
        int index, int inputLabel, @Nullable Integer trueLabel, int givenLabel, float confidence, int answerTo) {

    /** The label is no answer of the teacher's. */
    public static final int NO_ANSWER = -1;

    /** An input under the teacher's answer to it. */
    public TransferRow(int index, int inputLabel, @Nullable Integer trueLabel, int givenLabel, float confidence) {
        this(index, inputLabel, trueLabel, givenLabel, confidence, index);
    }

    /**
     * The true label of an input that has one, as all have for a component that needs them.
     *
     * @throws IllegalStateException if it has none
     */
    public int requireTrueLabel() {
        if (trueLabel == null) {
            throw new IllegalStateException("input " + index + " has no true label");
        }
        return trueLabel;
    }

    /** Whether there is a true label and the given one is another. */
    public boolean wrong() {
        return trueLabel != null && trueLabel != givenLabel;
    }

    /** Whether the teacher, too, answers the input with the given label; false where a control gave it. */
    public boolean answered() {
        return !Float.isNaN(confidence);
    }

    /** The same input under a label that the teacher did not give it. */
    public TransferRow under(int label) {
        return new TransferRow(index, inputLabel, trueLabel, label, Float.NaN, NO_ANSWER);
    }

    /** The same input under the label of another one. */
    public TransferRow underLabelOf(TransferRow other) {
        return new TransferRow(index, inputLabel, trueLabel, other.givenLabel, Float.NaN, other.answerTo);
    }
}
