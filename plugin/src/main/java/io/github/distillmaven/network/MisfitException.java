package io.github.distillmaven.network;

import java.io.Serial;

/** A network does not fit its input. The message says which layer does not, and why. */
public final class MisfitException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    MisfitException(String message) {
        super(message);
    }
}
