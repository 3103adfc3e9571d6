package io.github.distillmaven.extension.option;

/** A text is not what a setting may hold, and its type can say more than what it must be. The message is a sentence for the user. */
public final class UnfitValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** @param sentence for the user */
    public UnfitValueException(String sentence) {
        super(sentence);
    }
}
