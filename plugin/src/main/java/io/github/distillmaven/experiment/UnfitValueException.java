package io.github.distillmaven.experiment;

/** A text is not what a setting may hold, and its type can say more than what it must be. The message is a sentence for the user. */
final class UnfitValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnfitValueException(String sentence) {
        super(sentence);
    }
}
