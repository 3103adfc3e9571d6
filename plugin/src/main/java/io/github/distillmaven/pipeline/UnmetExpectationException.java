package io.github.distillmaven.pipeline;

/** A step came to a result, but not to the one that the user expects. */
public final class UnmetExpectationException extends StepFailedException {

    private static final long serialVersionUID = 1L;

    UnmetExpectationException(String message) {
        super(message);
    }
}
