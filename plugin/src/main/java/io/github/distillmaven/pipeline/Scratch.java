package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.apache.commons.io.file.PathUtils;

/**
 * A folder for what is under way, on the file system of what it becomes. After a failure it stays, with the worker's log.
 *
 * @param folder it, whether it exists or not
 */
record Scratch(Path folder) {

    /** Removes what an earlier build left in it. */
    Scratch cleared() throws IOException {
        delete();
        Files.createDirectories(folder);
        return this;
    }

    /** A file or folder in it. */
    Path folder(String name) {
        return folder.resolve(name);
    }

    /** A new, empty folder in it. */
    Path newFolder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    /** Puts a folder that is complete into its final place, in place of what is there. */
    void complete(Path made, Path place) throws IOException {
        Files.createDirectories(place.getParent());
        if (Files.isDirectory(place)) {
            Path replaced = folder.resolve("replaced");
            Files.move(place, replaced, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
    }

    /** After a failure: keeps the files, which are logs, and removes the folders, which hold what came to nothing. */
    void keepLogs() throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, Files::isDirectory)) {
                for (Path unfinished : folders) {
                    PathUtils.deleteDirectory(unfinished);
                }
            }
        }
    }

    /** Removes it, and the folder that it is in, if that is empty then. */
    void delete() throws IOException {
        if (Files.isDirectory(folder)) {
            PathUtils.deleteDirectory(folder);
        }
        Path parent = folder.getParent();
        if (Files.isDirectory(parent) && PathUtils.isEmptyDirectory(parent)) {
            Files.deleteIfExists(parent);
        }
    }
}
