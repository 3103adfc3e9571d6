package io.github.distillmaven.worker.process;

import java.util.Objects;

import io.github.distillmaven.worker.FailureKind;
import org.jspecify.annotations.Nullable;

/** Thrown by a {@link WorkerTask} that cannot go on and knows why. The build prints message and hint. */
public class WorkerFailure extends Exception {

    private final FailureKind kind;
    private final String hint;

    /**
     * @param kind what sort of failure
     * @param message what went wrong, and where, without a full stop at its end
     * @param hint one thing to try, as in "lower the learning rate"; empty if there is none
     */
    public WorkerFailure(FailureKind kind, String message, String hint) {
        this(kind, message, hint, null);
    }

    /**
     * @param kind what sort of failure
     * @param message what went wrong, and where, without a full stop at its end
     * @param hint one thing to try, as in "lower the learning rate"; empty if there is none
     * @param cause goes to the worker's log
     */
    public WorkerFailure(FailureKind kind, String message, String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.hint = hint;
    }

    /** Why, in words: nobody throws it without. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** What sort of failure. */
    public FailureKind kind() {
        return kind;
    }

    /** One thing to try; empty if there is none. */
    public String hint() {
        return hint;
    }
}
