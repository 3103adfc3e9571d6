package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;

import io.github.distillmaven.disk.DiskFailure;

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

    private static String advice(DiskFailure disk) {
        if (disk.equals(DiskFailure.FULL) || disk.equals(DiskFailure.QUOTA)) {
            return "Free some space there, lower -Ddistill.storeLimit";
        }
        if (disk.equals(DiskFailure.READ_ONLY)) {
            return "Only read from it with -Ddistill.storeMode=read";
        }
        return Character.toUpperCase(disk.hint().charAt(0)) + disk.hint().substring(1);
    }

    /** What the operating system says, which has no types of its own in Java. */
    private static String system(String message, IOException cause) {
        Optional<DiskFailure> disk = DiskFailure.of(cause);
        if (disk.isPresent()) {
            return "its disk %s. %s, or %s".formatted(disk.get().state(), advice(disk.get()), ANOTHER);
        }
        if (message.contains("Not a directory") && cause instanceof FileSystemException e) {
            return "a file is on the way to %s, where a folder should be. Remove it, or %s"
                    .formatted(e.getFile(), ANOTHER);
        }
        return "%s (%s). Make the folder writable, or choose another one with -Ddistill.store=<folder>."
                .formatted(cause.getClass().getSimpleName(), message);
    }
}
