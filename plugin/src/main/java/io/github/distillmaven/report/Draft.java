package io.github.distillmaven.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.io.file.PathUtils;

/** A hidden folder for files that are not complete yet, beside the place where they are to lie. */
final class Draft implements AutoCloseable {

    private static final String PREFIX = ".report-";
    private static final String LOCK = "lock";

    /** Within which a draft's owner has surely locked it. */
    private static final Duration BEGINNING = Duration.ofMinutes(1);

    private final Path folder;
    private final FileChannel lock;

    private Draft(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Begins an empty draft, and clears those that killed builds left in the same place.
     *
     * @param parent a folder
     */
    static Draft in(Path parent) throws IOException {
        for (Path earlier : drafts(parent)) {
            if (isAbandoned(earlier)) {
                delete(earlier);
            }
        }
        Path folder = Files.createTempDirectory(parent, PREFIX);
        FileChannel lock =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            lock.tryLock();
        } catch (IOException thisDiskHasNoLocks) {
            // Then nobody can tell that a draft is abandoned, and none is cleared.
        }
        Draft draft = new Draft(folder, lock);
        // Java lets only its owner into a temporary folder, but others may read a report.
        Files.createDirectory(draft.content());
        return draft;
    }

    /** Where the files are written. */
    Path content() {
        return folder.resolve("content");
    }

    /** Deletes it, with what is still in it. */
    @Override
    public void close() throws IOException {
        lock.close();
        delete(folder);
    }

    private static List<Path> drafts(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
    }

    private static boolean isAbandoned(Path draft) throws IOException {
        try (FileChannel channel = FileChannel.open(draft.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (NoSuchFileException neverLocked) {
            return Files.exists(draft)
                    && Files.getLastModifiedTime(draft)
                            .toInstant()
                            .isBefore(Instant.now().minus(BEGINNING));
        } catch (OverlappingFileLockException | IOException inUse) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try {
            PathUtils.deleteDirectory(folder);
        } catch (NoSuchFileException anotherBuildWasFaster) {
            // That is as good.
        }
    }
}
