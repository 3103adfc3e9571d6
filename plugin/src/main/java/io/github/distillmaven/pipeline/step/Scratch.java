package io.github.distillmaven.pipeline.step;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;

import io.github.distillmaven.disk.FolderMove;
import io.github.distillmaven.pipeline.execution.Turn;
import org.apache.commons.io.file.PathUtils;

/**
 * A folder for what is under way, on the file system of what it becomes. It belongs to whoever has the {@link Turn}. After a failure it stays, with the worker's log.
 *
 * @param folder it, whether it exists or not
 */
public record Scratch(Path folder) {

    private static final int MOST_ATTEMPTS = 1000;

    /** Removes what an earlier build left in it. */
    public Scratch cleared() throws IOException {
        delete();
        for (int attempt = 1; ; attempt++) {
            try {
                Files.createDirectories(folder);
                return this;
            } catch (NoSuchFileException | FileAlreadyExistsException e) {
                // A step beside this one removed the parent, empty as it still was.
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** A file or folder in it. */
    public Path folder(String name) {
        return folder.resolve(name);
    }

    /**
     * A new, empty folder in it. What another build still writes in a folder that {@code mvn clean} removed under it can
     * never get in here: no two folders have the same path.
     *
     * @param name what it is for, which its path begins with
     */
    public Path newFolder(String name) throws IOException {
        return Files.createDirectory(unused(name));
    }

    private Path unused(String name) {
        return folder.resolve(name + "-" + UUID.randomUUID());
    }

    /** Puts a folder that is complete into its final place, in place of what is there. */
    public void complete(Path made, Path place) throws IOException {
        Files.createDirectories(place.getParent());
        if (Files.isDirectory(place)) {
            new FolderMove().move(place, unused("replaced"));
        }
        new FolderMove().move(made, place);
    }

    /** After a failure: keeps the files, which are logs, and removes the folders, which hold what came to nothing. */
    public void keepLogs() throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, Files::isDirectory)) {
                for (Path unfinished : folders) {
                    PathUtils.deleteDirectory(unfinished);
                }
            }
        }
    }

    /** Removes it, and the folder that it is in, if that is empty then. */
    public void delete() throws IOException {
        if (Files.isDirectory(folder)) {
            PathUtils.deleteDirectory(folder);
        }
        try {
            Files.deleteIfExists(folder.getParent());
        } catch (DirectoryNotEmptyException e) {
            // Other steps are at work, or one that failed left its log.
        }
    }
}
