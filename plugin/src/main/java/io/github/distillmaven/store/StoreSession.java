package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

/**
 * What all threads of one build share about a store: which entries the build uses, told to other processes so that nobody
 * removes them, and which of its threads holds or waits for a lock.
 *
 * <p>Other processes see {@code builds/<process id>-<random>/}: {@code alive}, a file that is locked until this object is
 * collected or the process ends, and {@code keys}, a line for each entry.
 */
public final class StoreSession {

    static final String ALIVE = "alive";
    static final String KEYS = "keys";

    private final StoreLayout layout;
    private final String name = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    private final Set<String> used = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private final ConcurrentMap<String, Semaphore> gates = new ConcurrentHashMap<>();
    private final FileDigests digests = new FileDigests();

    /** Never closed by hand: its lock lasts as long as this object. */
    private FileChannel alive;

    /** @param root folder of the store */
    public StoreSession(Path root) {
        layout = new StoreLayout(root);
    }

    /** Folder of the store. */
    public Path root() {
        return layout.root();
    }

    /** What the build knows of the files in its own folders. */
    public FileDigests digests() {
        return digests;
    }

    StoreLayout layout() {
        return layout;
    }

    /** Whether nothing was said about something before in this build: what goes wrong once, goes wrong in every goal. */
    public synchronized boolean isFirst(String about) {
        return told.add(about);
    }

    /** Tells everybody that this build uses an entry. To be called before the entry is looked for. */
    synchronized void use(String key) {
        if (!used.add(key)) {
            return;
        }
        try {
            if (alive == null) {
                RunningBuilds.forgetDead(layout);
                alive = open();
            }
            Files.writeString(folder().resolve(KEYS), key + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException notWritable) {
            // Where this build cannot write, no other one that runs as this user can remove.
        }
    }

    private FileChannel open() throws IOException {
        while (true) {
            Files.createDirectories(folder());
            FileChannel channel =
                    FileChannel.open(folder().resolve(ALIVE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            if (Files.exists(folder().resolve(ALIVE))) {
                return channel;
            }
            // Another build took it for the remains of a dead one before it was locked.
            channel.close();
        }
    }

    private Path folder() {
        return layout.builds().resolve(name);
    }

    /**
     * One thread at a time may try for the lock of a key. On some systems a process loses a file's lock as soon as any of
     * its threads closes the file, so a second thread must not even open it.
     */
    Semaphore gate(String key) {
        return gates.computeIfAbsent(key, none -> new Semaphore(1));
    }

    /**
     * Waits for the right to work in a folder outside the store, which is given to one thread of one process at a time.
     *
     * @param folder made if it is missing; {@code .lock} and {@code .holder} are in it until the lock is closed
     * @param holder who asks, in words for those who will wait
     * @throws IOException if the folder cannot be written to, or its file system knows no locks
     */
    public StoreLock lock(Path folder, String holder, StoreLock.Waiting waiting)
            throws IOException, InterruptedException {
        return StoreLock.acquire(gate(folder.toAbsolutePath().normalize().toString()), folder, "", holder, waiting);
    }
}
