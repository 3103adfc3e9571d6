package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.commons.io.file.PathUtils;

/** What it takes that a file or folder appears whole or not at all, and outlives a power failure. */
final class Disk {

    private static final int MOVES = 5;
    private static final long PAUSE_MILLIS = 50;

    private Disk() {}

    /** Has the disk take every file below a folder, and the folders' own lists of names. */
    static void sync(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path path : below.toList()) {
                if (Files.isDirectory(path)) {
                    syncNames(path);
                } else {
                    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                        channel.force(true);
                    }
                }
            }
        }
    }

    /**
     * Moves a file or folder to its final place on the same file system, in one step.
     *
     * @throws FileSystemException if something is there already that cannot be replaced
     */
    static void publish(Path source, Path place) throws IOException {
        move(source, place);
        syncNames(place.toAbsolutePath().getParent());
    }

    private static void move(Path source, Path place) throws IOException {
        for (int failed = 0; ; failed++) {
            try {
                Files.move(source, place, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (FileSystemException e) {
                // On Windows a virus scanner may hold a new file for a moment.
                if (failed == MOVES || Files.isDirectory(place) || e instanceof NoSuchFileException) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    /** Replaces the content of a small file in one step. A power failure may undo it, which must do no harm. */
    static void replace(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.write(fresh, content.getBytes(StandardCharsets.UTF_8));
            move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Deletes a file or folder, if it is there. */
    static void delete(Path path) throws IOException {
        try {
            if (Files.isDirectory(path)) {
                PathUtils.deleteDirectory(path);
            } else {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException deletedBySomebodyElse) {
            // Which is what was wanted.
        }
    }

    /** What lies in a folder, in order; nothing if the folder is not there. */
    static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    private static void syncNames(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            // Windows opens no folders; there the move itself is all that can be asked for.
        }
    }

    private static void pause(FileSystemException reason) throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }
}
