package io.github.distillmaven.worker;

/** A worker that could not be started or did not fulfil its request. The message is meant for the user. */
public class WorkerException extends Exception {

    /** @param message what went wrong, where, and what to try */
    public WorkerException(String message) {
        super(message);
    }

    /**
     * @param message what went wrong, where, and what to try
     * @param cause what Java or Maven said
     */
    public WorkerException(String message, Throwable cause) {
        super(message, cause);
    }
}
