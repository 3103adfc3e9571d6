package io.github.distillmaven.provenance;

import org.jspecify.annotations.Nullable;

/** A lock file cannot be used. The message says what to do. */
public final class LockFileException extends Exception {

    private static final long serialVersionUID = 1L;

    LockFileException(String message) {
        super(message);
    }

    LockFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
