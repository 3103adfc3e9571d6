package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** The store's folder cannot be used. */
public final class StoreException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final String ANOTHER = "choose another folder with -Ddistill.store=<folder>.";

    /**
     * @param root folder of the store
     * @param cause why
     */
    public StoreException(Path root, IOException cause) {
        super("The store %s cannot be used: %s".formatted(root, describe(cause)), cause);
    }

    private static String describe(IOException cause) {
        if (cause instanceof LinkedPathException e) {
            return "%s is a link, or neither file nor folder. A store follows no links: put a folder there, or name the folder that it leads to with -Ddistill.store=<folder>."
                    .formatted(e.getFile());
        }
        if (cause instanceof NotDirectoryException || cause instanceof FileAlreadyExistsException) {
            return "%s is not a folder. Remove it, or %s".formatted(((FileSystemException) cause).getFile(), ANOTHER);
        }
        if (cause instanceof AccessDeniedException e) {
            return "this user may not read or write %s. Change its permissions, or %s".formatted(e.getFile(), ANOTHER);
        }
        return system(String.valueOf(cause.getMessage()), cause);
    }

    /** What the operating system says, which has no types of its own in Java. */
    private static String system(String message, IOException cause) {
        if (message.contains("No space left on device") || message.contains("quota exceeded")) {
            return "its disk is full. Free some space there, lower -Ddistill.storeLimit, or " + ANOTHER;
        }
        if (message.contains("Read-only file system")) {
            return "its disk is read-only. Read from it alone with -Ddistill.storeMode=read, or " + ANOTHER;
        }
        if (message.contains("Not a directory") && cause instanceof FileSystemException e) {
            return "a file is on the way to %s, where a folder should be. Remove it, or %s"
                    .formatted(e.getFile(), ANOTHER);
        }
        if (message.contains("File too large")) {
            return "this user may not write files as large as that (ulimit -f). Raise the limit, or " + ANOTHER;
        }
        return "%s (%s). Make the folder writable, or choose another one with -Ddistill.store=<folder>."
                .formatted(cause.getClass().getSimpleName(), message);
    }
}
