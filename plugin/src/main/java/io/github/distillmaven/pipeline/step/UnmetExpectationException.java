package io.github.distillmaven.pipeline.step;

/** A step came to a result, but not to the one that the user expects. */
public final class UnmetExpectationException extends StepFailedException {

    private static final long serialVersionUID = 1L;

    /** @param message says what was expected and what came out */
    public UnmetExpectationException(String message) {
        super(message);
    }
}
