package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.file.Path;

/** The store's folder cannot be used. */
public final class StoreException extends Exception {

    private static final long serialVersionUID = 1L;

    StoreException(Path root, IOException cause) {
        super(
                "The store %s cannot be used: %s. Make the folder writable, or choose another one with -Ddistill.store=<folder>."
                        .formatted(root, describe(cause)),
                cause);
    }

    private static String describe(IOException cause) {
        return cause.getClass().getSimpleName() + " (" + cause.getMessage() + ")";
    }
}
