package io.github.distillmaven.disk;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Gives a file or folder another path in one step. */
@FunctionalInterface
public interface Rename {

    /** That of the operating system. */
    Rename ATOMIC = (source, place) -> Files.move(source, place, StandardCopyOption.ATOMIC_MOVE);

    /**
     * Renames.
     *
     * @param place replaced if it is a file
     * @throws AtomicMoveNotSupportedException if the two are on different disks, or on layers of one, as in a container that
     *     renames a folder of its image
     */
    void move(Path source, Path place) throws IOException;
}
