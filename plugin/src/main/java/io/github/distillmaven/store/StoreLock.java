package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The right to make, change or remove what belongs to one key, or what is in one folder, held by one thread of one process.
 * The operating system frees it if that process dies. Who holds it says so in a file beside the lock's.
 */
public final class StoreLock implements AutoCloseable {

    private static final long POLL_MILLIS = 100;
    private static final String LOCK = ".lock";
    private static final String HOLDER = ".holder";

    private final Path file;
    private final Object identity;
    private final Path holder;
    private final FileChannel channel;
    private final Semaphore gate;

    private StoreLock(Path file, Object identity, Path holder, FileChannel channel, Semaphore gate) {
        this.file = file;
        this.identity = identity;
        this.holder = holder;
        this.channel = channel;
        this.gate = gate;
    }

    /** Who waits for a lock hears this. */
    @FunctionalInterface
    public interface Waiting {

        /**
         * Called again and again while the lock is held by another.
         *
         * @param holder who holds it, in the words of its own; empty if that is not known
         */
        void heldBy(String holder);
    }

    /**
     * Waits for the lock.
     *
     * @param holder who asks, in words for those who will wait
     */
    static StoreLock acquire(StoreSession session, String key, String holder, Waiting waiting)
            throws IOException, InterruptedException {
        return acquire(session.gate(key), session.layout().locks(), key, holder, waiting);
    }

    /**
     * Waits for a lock that lies in {@code <folder>/<name>.lock}.
     *
     * @param gate for the threads of this process
     * @param holder who asks, in words for those who will wait
     */
    static StoreLock acquire(Semaphore gate, Path folder, String name, String holder, Waiting waiting)
            throws IOException, InterruptedException {
        while (!gate.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            waiting.heldBy(holderOf(folder, name));
        }
        try {
            Optional<StoreLock> lock = tryFile(folder, name, gate);
            while (lock.isEmpty()) {
                waiting.heldBy(holderOf(folder, name));
                Thread.sleep(POLL_MILLIS);
                lock = tryFile(folder, name, gate);
            }
            Files.writeString(lock.get().holder, holder);
            return lock.get();
        } catch (IOException | InterruptedException | RuntimeException e) {
            gate.release();
            throw e;
        }
    }

    /** The lock, if nobody holds it. */
    static Optional<StoreLock> tryAcquire(StoreSession session, String key) throws IOException {
        Semaphore gate = session.gate(key);
        if (!gate.tryAcquire()) {
            return Optional.empty();
        }
        Optional<StoreLock> lock = Optional.empty();
        try {
            lock = tryFile(session.layout().locks(), key, gate);
            return lock;
        } finally {
            if (lock.isEmpty()) {
                gate.release();
            }
        }
    }

    private static Optional<StoreLock> tryFile(Path folder, String name, Semaphore gate) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(name + LOCK);
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException somebodyWasFirst) {
            // Or a killed build left it.
        }
        try {
            Object found = identity(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            // Its last holder may have deleted the file after it was opened: then the lock is worth nothing.
            if (lock(channel) && found.equals(identity(file))) {
                return Optional.of(new StoreLock(file, found, folder.resolve(name + HOLDER), channel, gate));
            }
            channel.close();
        } catch (NoSuchFileException itsHolderDeletedIt) {
            // The next try makes a new one.
        }
        return Optional.empty();
    }

    /** A lock of this process, taken by a copy of this class in another class loader, counts as held too. */
    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /** Tells a file from another one that took its name. */
    private static Object identity(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return Arrays.asList(attributes.fileKey(), attributes.creationTime(), attributes.lastModifiedTime());
    }

    private static String holderOf(Path folder, String name) {
        try {
            return Files.readString(folder.resolve(name + HOLDER));
        } catch (IOException notWrittenYet) {
            return "";
        }
    }

    /**
     * Whether it still keeps others out. It does not once somebody deleted its file, as {@code mvn clean} does with one in
     * {@code target}.
     */
    public boolean isHeld() {
        try {
            return identity.equals(identity(file));
        } catch (IOException gone) {
            return false;
        }
    }

    /** Gives the lock back and leaves no file behind. */
    @Override
    public void close() throws IOException {
        try {
            if (isHeld()) {
                Files.deleteIfExists(holder);
                Files.deleteIfExists(file);
            }
        } catch (IOException openElsewhere) {
            // Windows deletes no file that somebody waits for; it does no harm.
        } finally {
            channel.close();
            gate.release();
        }
    }
}
