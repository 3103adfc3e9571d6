package io.github.distillmaven.http;

import java.util.Objects;

/** A server did not keep the pace. The message says in what way, in words without a full stop. */
public final class TooSlowException extends Exception {

    private static final long serialVersionUID = 1L;

    TooSlowException(String complaint) {
        super(complaint);
    }

    /** Why, in words: nobody throws it without. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
