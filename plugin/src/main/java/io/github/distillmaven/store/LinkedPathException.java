package io.github.distillmaven.store;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A link stands where a store has a file or folder of its own. It is not followed. */
final class LinkedPathException extends FileSystemException {

    private static final long serialVersionUID = 1L;

    private final transient Path link;

    /** @param link the path that is a link, or anything else that is neither file nor folder */
    LinkedPathException(Path link) {
        super(link.toString(), null, "it is a link, or neither file nor folder");
        this.link = link;
    }

    Path link() {
        return link;
    }
}
