package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * The builds that run now, by what each {@link StoreSession} says.
 *
 * @param keys of all entries that they use
 */
record RunningBuilds(Set<String> keys) {

    static RunningBuilds read(StoreLayout layout) throws IOException {
        Set<String> keys = new HashSet<>();
        for (Path build : Disk.list(layout.builds())) {
            if (runs(build)) {
                keys.addAll(keys(build));
            }
        }
        return new RunningBuilds(keys);
    }

    /** Removes what builds that ended have left. */
    static void forgetDead(StoreLayout layout) throws IOException {
        for (Path build : Disk.list(layout.builds())) {
            if (!runs(build)) {
                Disk.delete(build);
            }
        }
    }

    /** Whether one of them uses an entry. */
    boolean use(String key) {
        return keys.contains(key);
    }

    private static boolean runs(Path build) throws IOException {
        String process = build.getFileName().toString().replaceAll("-.*", "");
        if (process.equals(Long.toString(ProcessHandle.current().pid()))) {
            // To look at the lock would end it, on some systems.
            return true;
        }
        try (FileChannel channel = FileChannel.open(build.resolve(StoreSession.ALIVE), StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (NoSuchFileException notYet) {
            return false;
        } catch (OverlappingFileLockException ofThisProcess) {
            return true;
        }
    }

    private static Set<String> keys(Path build) throws IOException {
        try {
            return new HashSet<>(Files.readAllLines(build.resolve(StoreSession.KEYS)));
        } catch (NoSuchFileException noneYet) {
            return Set.of();
        }
    }
}
