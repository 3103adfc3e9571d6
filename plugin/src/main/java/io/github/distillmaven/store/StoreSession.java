package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

import io.github.distillmaven.disk.FileDigests;
import org.jspecify.annotations.Nullable;

/**
 * What all threads of one build share about a store: which entries the build uses, told to other processes so that nobody
 * removes them, and which of its threads holds or waits for a lock.
 *
 * <p>Other processes see {@code builds/<process>-<random>/}, where the first is random too, since in containers all
 * processes may have the same id: {@code alive}, a file that is locked until this object is
 * collected or the process ends, and {@code keys}, a line for each entry.
 */
public final class StoreSession {

    static final String ALIVE = "alive";
    static final String KEYS = "keys";

    /** Copies of this class in other class loaders know their own process by this. */
    private static final String PROCESS = "io.github.distillmaven.store.process";

    private final StoreLayout layout;
    private final String name = process() + "-" + UUID.randomUUID();
    private final Set<String> used = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private final ConcurrentMap<String, Semaphore> gates = new ConcurrentHashMap<>();
    private final FileDigests digests = new FileDigests();
    private final AtomicLong added = new AtomicLong();

    /** Never closed by hand: its lock lasts as long as this object. */
    private @Nullable FileChannel alive;

    /** @param root folder of the store */
    public StoreSession(Path root) {
        this(new StoreLayout(root));
    }

    StoreSession(StoreLayout layout) {
        this.layout = layout;
    }

    /** Whether the builds of this process have such a name in the store. */
    static boolean isOfThisProcess(String name) {
        return name.startsWith(process() + "-");
    }

    private static String process() {
        return (String) System.getProperties()
                .computeIfAbsent(PROCESS, none -> UUID.randomUUID().toString().replace("-", ""));
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

    /** Counts the bytes of an entry that came to the store. */
    void added(long bytes) {
        added.addAndGet(bytes);
    }

    /** The bytes that came since this was asked last. */
    long takeAdded() {
        return added.getAndSet(0);
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
            tell(key);
        } catch (IOException notWritable) {
            // Where this build cannot write, no other one that runs as this user can remove.
        }
    }

    private FileChannel open() throws IOException {
        while (true) {
            layout.tree().makeFolder(folder());
            Path file = folder().resolve(ALIVE);
            FileChannel channel = layout.tree().open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean taken = false;
            try {
                channel.lock();
                taken = layout.tree().isFile(file);
            } finally {
                if (!taken) {
                    // Another build took it for the remains of a dead one before it was locked.
                    channel.close();
                }
            }
            if (taken) {
                return channel;
            }
        }
    }

    private void tell(String key) throws IOException {
        try (FileChannel keys =
                layout.tree().open(folder().resolve(KEYS), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            keys.write(ByteBuffer.wrap((key + "\n").getBytes(StandardCharsets.UTF_8)));
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
        LockPlace place = new LockPlace(new PlainTree(folder), folder, "");
        return StoreLock.acquire(gate(folder.toAbsolutePath().normalize().toString()), place, holder, waiting);
    }
}
