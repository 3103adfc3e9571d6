package io.github.distillmaven.store;

import java.io.IOException;

/** An entry does not hold what its manifest says. */
final class DamagedEntryException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedEntryException(String message) {
        super(message);
    }
}
