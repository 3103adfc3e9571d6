package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The builds that run now, by what each {@link StoreSession} says. A store that may only be read is enough to know them.
 *
 * @param keys of all entries that they use
 */
record RunningBuilds(Set<String> keys) {

    /** Of this and of earlier versions, whose names began with the process id. */
    private static final Pattern NAME = Pattern.compile("\\w{1,40}(-\\w{1,40}){1,10}");

    private static final int MOST_KEYS = 10_000_000;

    static RunningBuilds read(StoreLayout layout) throws IOException {
        Set<String> keys = new HashSet<>();
        for (Path build : folders(layout)) {
            if (runs(layout, build)) {
                keys.addAll(keys(layout, build));
            }
        }
        return new RunningBuilds(keys);
    }

    /** Removes what builds that ended have left. */
    static void forgetDead(StoreLayout layout) throws IOException {
        for (Path build : folders(layout)) {
            if (!runs(layout, build)) {
                layout.tree().delete(build);
            }
        }
    }

    private static List<Path> folders(StoreLayout layout) throws IOException {
        return layout.tree().list(layout.builds()).stream()
                .filter(path -> NAME.matcher(path.getFileName().toString()).matches())
                .toList();
    }

    /** Whether one of them uses an entry. */
    boolean use(String key) {
        return keys.contains(key);
    }

    private static boolean runs(StoreLayout layout, Path build) {
        if (StoreSession.isOfThisProcess(build.getFileName().toString())) {
            // To look at the lock would end it, on some systems.
            return true;
        }
        try (FileChannel channel = layout.tree().open(build.resolve(StoreSession.ALIVE), StandardOpenOption.READ)) {
            // The lock of a reader, which is all that may be had where nothing may be written.
            FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
            return lock == null;
        } catch (NoSuchFileException | LinkedPathException ofNoBuild) {
            return false;
        } catch (OverlappingFileLockException ofThisProcess) {
            return true;
        } catch (IOException unknown) {
            return true;
        }
    }

    private static Set<String> keys(StoreLayout layout, Path build) {
        try {
            byte[] lines = layout.tree().read(build.resolve(StoreSession.KEYS), MOST_KEYS);
            return new HashSet<>(
                    new String(lines, StandardCharsets.UTF_8).lines().toList());
        } catch (IOException noneOrNotToBeRead) {
            return Set.of();
        }
    }
}
