package io.github.distillmaven.disk;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Moves a folder to a place where it appears in one step. In a container a folder of the image cannot be renamed: then a copy
 * beside the place is.
 */
public final class FolderMove {

    private final Rename rename;

    /** The operating system's. */
    public FolderMove() {
        this(Rename.ATOMIC);
    }

    /** @param rename how folders are renamed */
    public FolderMove(Rename rename) {
        this.rename = rename;
    }

    /**
     * Moves a folder.
     *
     * @param place nothing is there, but its parent is
     */
    public void move(Path folder, Path place) throws IOException {
        move(folder, place, place.resolveSibling(place.getFileName() + "." + UUID.randomUUID() + ".unfinished"));
    }

    /**
     * Moves a folder.
     *
     * @param unfinished for a copy, beside the place; what is there is deleted
     */
    public void move(Path folder, Path place, Path unfinished) throws IOException {
        try {
            Disk.move(rename, folder, place);
        } catch (AtomicMoveNotSupportedException otherDiskOrLayer) {
            try {
                Disk.delete(unfinished);
                Disk.copy(folder, unfinished);
                Disk.move(rename, unfinished, place);
            } finally {
                Disk.delete(unfinished);
            }
            Disk.delete(folder);
        }
    }
}
