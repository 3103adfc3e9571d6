package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.file.Path;

/** The store's folder cannot be used. */
public final class StoreException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param root folder of the store
     * @param cause why
     */
    public StoreException(Path root, IOException cause) {
        super("The store %s cannot be used: %s".formatted(root, describe(cause)), cause);
    }

    private static String describe(IOException cause) {
        return String.valueOf(cause.getMessage()).contains("No space left on device")
                ? "its disk is full. Free some space there, lower -Ddistill.storeLimit, or choose another folder with"
                        + " -Ddistill.store=<folder>."
                : "%s (%s). Make the folder writable, or choose another one with -Ddistill.store=<folder>."
                        .formatted(cause.getClass().getSimpleName(), cause.getMessage());
    }
}
