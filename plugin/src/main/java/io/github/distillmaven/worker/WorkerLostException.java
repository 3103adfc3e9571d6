package io.github.distillmaven.worker;

/** A worker whose process was ended from outside, or with its machine: elsewhere, or later, the same request may well be fulfilled. */
public final class WorkerLostException extends WorkerException {

    private static final long serialVersionUID = 1L;

    /** @param message what happened, where, and what to try */
    public WorkerLostException(String message) {
        super(message);
    }
}
