package io.github.distillmaven.extension.data;

/**
 * A labelled input that may enter a transfer set, and what the teacher answers to it.
 *
 * @param row the input under its label
 * @param answer the teacher's most likely class, whatever the label
 * @param confidence the teacher's softmax probability of that class, in [0, 1]
 */
public record AnsweredInput(TransferRow row, int answer, float confidence) {

    /**
     * Whether the teacher errs on an input that has a true label.
     *
     * @throws IllegalStateException if it has none
     */
    public boolean mistaken() {
        return answer != row.requireTrueLabel();
    }
}
