package io.github.distillmaven.extension.format;

import java.io.Serial;
import java.util.Objects;

/** Data of the user's own cannot be used. The message is one sentence or more: which file, what is wrong, what to do. */
public final class UnfitDataException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    /** @param sentence for the user, with the file in it */
    public UnfitDataException(String sentence) {
        super(sentence);
    }

    /** The sentence: nobody throws it without. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
