package io.github.distillmaven.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** What it takes that a folder appears whole or not at all, outlives a power failure, and goes without what it links to. */
public final class Disk {

    private static final int MOVES = 5;
    private static final long PAUSE_MILLIS = 50;

    private Disk() {}

    /** Whether a folder is there, and nothing that leads to one. */
    public static boolean isFolder(BasicFileAttributes attributes) {
        // A junction of Windows is a directory and something else as well.
        return attributes.isDirectory() && !attributes.isOther();
    }

    /** Has the disk take every file below a folder, and the folders' own lists of names. */
    public static void sync(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    try (FileChannel channel =
                            FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                        channel.force(true);
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path path, IOException none) {
                syncNames(path);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Moves a file or folder in one step, and tries again where something is in the way for a moment. */
    public static void move(Rename rename, Path source, Path place) throws IOException {
        for (int failed = 0; ; failed++) {
            try {
                rename.move(source, place);
                return;
            } catch (NoSuchFileException | AtomicMoveNotSupportedException e) {
                throw e;
            } catch (FileSystemException e) {
                // On Windows a virus scanner may hold a new file for a moment.
                if (failed == MOVES || Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    /** Copies a folder of files and folders, and has the disk take the copy; links are left out. */
    static void copy(Path source, Path destination) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                Files.createDirectory(destination.resolve(source.relativize(path)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    Files.copy(path, destination.resolve(source.relativize(path)), LinkOption.NOFOLLOW_LINKS);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        sync(destination);
    }

    /** Deletes a file, a folder with all in it, or a link but not what it leads to, if it is there. */
    public static void delete(Path path) throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (isFolder(attributes)) {
                    return FileVisitResult.CONTINUE;
                }
                Files.deleteIfExists(folder);
                return FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // Somebody else deleted it, which is what was wanted.
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Has the disk take a folder's list of names. */
    public static void syncNames(Path folder) {
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
