package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
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

    private final LockPlace place;
    private final Object identity;
    private final FileChannel channel;
    private final Semaphore gate;

    private StoreLock(LockPlace place, Object identity, FileChannel channel, Semaphore gate) {
        this.place = place;
        this.identity = identity;
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
     * @param gate for the threads of this process
     * @param holder who asks, in words for those who will wait
     * @throws IOException if the lock cannot be taken, or nobody can be told of it; then it is not held
     */
    static StoreLock acquire(Semaphore gate, LockPlace place, String holder, Waiting waiting)
            throws IOException, InterruptedException {
        while (!gate.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            waiting.heldBy(place.holder());
        }
        StoreLock lock;
        try {
            lock = await(gate, place, waiting);
        } catch (IOException | InterruptedException | RuntimeException e) {
            gate.release();
            throw e;
        }
        try {
            place.tell(holder);
            return lock;
        } catch (IOException | RuntimeException e) {
            // Held on to, it would keep this very process out for as long as that lives.
            lock.close();
            throw e;
        }
    }

    private static StoreLock await(Semaphore gate, LockPlace place, Waiting waiting)
            throws IOException, InterruptedException {
        Optional<StoreLock> lock = tryFile(gate, place);
        while (lock.isEmpty()) {
            waiting.heldBy(place.holder());
            Thread.sleep(POLL_MILLIS);
            lock = tryFile(gate, place);
        }
        return lock.get();
    }

    /** The lock of a key, if nobody holds it. */
    static Optional<StoreLock> tryAcquire(StoreSession session, String key) throws IOException {
        Semaphore gate = session.gate(key);
        if (!gate.tryAcquire()) {
            return Optional.empty();
        }
        Optional<StoreLock> lock = Optional.empty();
        try {
            lock = tryFile(gate, LockPlace.of(session.layout(), key));
            return lock;
        } finally {
            if (lock.isEmpty()) {
                gate.release();
            }
        }
    }

    private static Optional<StoreLock> tryFile(Semaphore gate, LockPlace place) throws IOException {
        FileChannel channel = null;
        StoreLock lock = null;
        try {
            place.make();
            Object found = identity(place);
            channel = place.tree().open(place.file(), StandardOpenOption.WRITE);
            // Its last holder may have deleted the file after it was opened: then the lock is worth nothing.
            if (lock(channel) && found.equals(identity(place))) {
                lock = new StoreLock(place, found, channel, gate);
            }
        } catch (NoSuchFileException itsHolderDeletedIt) {
            // The next try makes a new one.
        } finally {
            if (lock == null && channel != null) {
                channel.close();
            }
        }
        return Optional.ofNullable(lock);
    }

    /** A lock of this process, taken by a copy of this class in another class loader, counts as held too. */
    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /** Tells a file from another one that took its name. */
    private static Object identity(LockPlace place) throws IOException {
        BasicFileAttributes attributes = place.tree()
                .look(place.file())
                .orElseThrow(() -> new NoSuchFileException(place.file().toString()));
        return Arrays.asList(attributes.fileKey(), attributes.creationTime(), attributes.lastModifiedTime());
    }

    /**
     * Whether it still keeps others out. It does not once somebody deleted its file, as {@code mvn clean} does with one in
     * {@code target}.
     */
    public boolean isHeld() {
        try {
            return identity.equals(identity(place));
        } catch (IOException gone) {
            return false;
        }
    }

    /** Gives the lock back and leaves no file behind. */
    @Override
    public void close() throws IOException {
        try {
            if (isHeld()) {
                place.delete();
            }
        } finally {
            try {
                channel.close();
            } finally {
                gate.release();
            }
        }
    }
}
