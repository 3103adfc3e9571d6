package io.github.distillmaven.pipeline;

/** A step came to no result. The message says what went wrong, where, and what to do. */
public final class StepFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message for the user, complete by itself */
    public StepFailedException(String message) {
        super(message);
    }

    /** @param cause whose message is already made for the user */
    public StepFailedException(Exception cause) {
        super(cause.getMessage(), cause);
    }

    /** @param message for the user, complete by itself */
    public StepFailedException(String message, Exception cause) {
        super(message, cause);
    }
}
