package io.github.distillmaven.pipeline.step;

import java.io.IOException;
import java.nio.file.Path;

import io.github.distillmaven.disk.DiskFailure;

/** A step came to no result. The message says what went wrong, where, and what to do. */
public class StepFailedException extends Exception {

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

    /** The folder of a step, or what is under way beside it, cannot be used. */
    public static StepFailedException cannotReadOrWrite(String step, Path folder, IOException cause) {
        String message = DiskFailure.of(cause)
                .map(disk -> "%s: the disk of %s %s. First %s, then run the build again: it goes on from where it was."
                        .formatted(step, folder, disk.state(), disk.hint()))
                .orElse("%s: %s cannot be read or written: %s".formatted(step, folder, cause));
        return new StepFailedException(message, cause);
    }
}
