package io.github.distillmaven.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Immutable entries under content-derived keys. An entry appears whole or not at all; a damaged one is removed and counts
 * as missing.
 */
public final class Store {

    private final StoreSession session;
    private final StoreLayout layout;
    private final String experiment;
    private final boolean writable;
    private final Consumer<String> warnings;

    /**
     * @param session what this build shares about the store
     * @param experiment that the entries are used for
     * @param writable whether anything in the store may be changed
     * @param warnings told in one sentence when an entry turns out damaged
     */
    public Store(StoreSession session, String experiment, boolean writable, Consumer<String> warnings) {
        this.session = session;
        this.layout = session.layout();
        this.experiment = experiment;
        this.writable = writable;
        this.warnings = warnings;
    }

    /** Folder of the store; made when first written. */
    public Path root() {
        return layout.root();
    }

    /**
     * Copies the files of an entry, checking every byte on the way.
     *
     * @param key of the entry
     * @param destination an empty folder; empty afterwards if the entry is missing or not sound
     * @return whether the entry was there and sound
     * @throws StoreException if the entry cannot be read
     * @throws IOException if the destination cannot be written
     */
    public boolean restore(String key, Path destination) throws StoreException, IOException {
        if (writable) {
            session.use(key);
        }
        if (!Files.isDirectory(layout.entry(key)) || !copy(key, destination)) {
            return false;
        }
        noteUse(key);
        return true;
    }

    private boolean copy(String key, Path destination) throws StoreException, IOException {
        EntryFolder entry = new EntryFolder(layout.entry(key));
        try {
            entry.copyTo(destination, key);
            return true;
        } catch (DamagedEntryException e) {
            empty(destination);
            if (Files.isDirectory(entry.path())) {
                warnings.accept("The store's entry %s is damaged and %s: %s."
                        .formatted(key, removed(key) ? "was removed" : "is not used", e.getMessage()));
            }
            return false;
        } catch (IOException e) {
            empty(destination);
            requireReadable(entry, key);
            throw e;
        }
    }

    private static void empty(Path folder) throws IOException {
        Disk.delete(folder);
        Files.createDirectories(folder);
    }

    /** Tells trouble with the store from trouble with what is restored to. */
    private void requireReadable(EntryFolder entry, String key) throws StoreException {
        try {
            entry.verify(key);
        } catch (IOException e) {
            throw new StoreException(layout.root(), e);
        }
    }

    /** Whether a damaged entry could be put away. */
    private boolean removed(String key) {
        if (!writable) {
            return false;
        }
        try {
            Disk.delete(putAside(layout, key));
            Uses.forget(layout, key);
            return true;
        } catch (IOException notWritable) {
            return false;
        }
    }

    /**
     * Takes an entry out of its place in one step, so that nobody sees half of it while it goes.
     *
     * @return the folder where it is now
     */
    static Path putAside(StoreLayout layout, String key) throws IOException {
        Path aside = layout.work(key + ".removed");
        Files.createDirectories(aside.getParent());
        Disk.delete(aside);
        Disk.publish(layout.entry(key), aside);
        return aside;
    }

    /** Use is for the housekeeping alone, so a store that cannot be written serves as well. */
    private void noteUse(String key) {
        if (!writable) {
            return;
        }
        try {
            Uses.add(layout, key, experiment, Instant.now());
        } catch (IOException notWritable) {
            // Nothing is removed from such a store either.
        }
    }

    /**
     * SHA-256 of the files that an entry holds, by name, if it is there and its manifest is sound.
     *
     * @param key of the entry
     */
    public Optional<SortedMap<String, String>> digests(String key) {
        try {
            SortedMap<String, String> digests = new TreeMap<>();
            new EntryFolder(layout.entry(key))
                    .manifest(key)
                    .files()
                    .forEach((name, file) -> digests.put(name, file.sha256()));
            return Optional.of(digests);
        } catch (IOException missingOrDamaged) {
            return Optional.empty();
        }
    }

    /**
     * Makes an entry of a folder's files. If the entry is there already, that one stays. To be called under the key's lock.
     *
     * @param key of the entry
     * @param step that made the files
     * @param source their folder; it is left alone
     */
    public void publish(String key, String step, Path source) throws StoreException {
        Path work = layout.work(key);
        try {
            session.use(key);
            Disk.delete(work);
            if (!Files.isDirectory(layout.entry(key))) {
                Files.createDirectories(work);
                Files.createDirectories(layout.entry(key).getParent());
                write(key, step, source, work);
                publish(work, layout.entry(key));
            }
            noteUse(key);
        } catch (IOException e) {
            throw new StoreException(layout.root(), e);
        } finally {
            deleteQuietly(work);
        }
    }

    private static void publish(Path work, Path entry) throws IOException {
        try {
            Disk.publish(work, entry);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(entry)) {
                throw e;
            }
            // Somebody without the lock was faster, and has the same.
        }
    }

    /**
     * Writes an entry to a folder outside the store, to be sent elsewhere.
     *
     * @param destination exists and is empty
     */
    public void write(String key, String step, Path source, Path destination) throws IOException {
        new EntryFolder(destination)
                .write(
                        key,
                        new EntryDescription(
                                step,
                                experiment,
                                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()),
                        source);
    }

    /**
     * Takes the files out of an entry that came from elsewhere, checking every byte.
     *
     * @param entry its folder
     * @param destination an empty folder
     * @throws IOException if the entry is not a sound one of this key, or the files cannot be copied
     */
    public static void unpack(Path entry, String key, Path destination) throws IOException {
        new EntryFolder(entry).copyTo(destination, key);
    }

    /** The folder in which the files of a download gather and stay after a failure. To be asked for under the key's lock. */
    public Path incoming(String key) throws StoreException {
        try {
            return Files.createDirectories(layout.incoming().resolve(key));
        } catch (IOException e) {
            throw new StoreException(layout.root(), e);
        }
    }

    /** The folder in which a training leaves its checkpoints, to be used under the key's lock. It may not exist yet. */
    public Path checkpoints(String key) {
        return layout.checkpoints().resolve(key);
    }

    /**
     * Deletes what was unfinished of a key, its download and its checkpoints: because the entry is there, or is to be made
     * from the start. To be called under the key's lock, or when the entry is there.
     */
    public void forgetUnfinished(String key) {
        deleteQuietly(layout.incoming().resolve(key));
        deleteQuietly(layout.checkpoints().resolve(key));
    }

    /**
     * Waits until nobody else makes this entry.
     *
     * @param key of the entry
     * @param holder who asks, in words for those who will wait
     * @param waiting told, again and again, who holds the lock
     */
    public StoreLock lock(String key, String holder, StoreLock.Waiting waiting)
            throws StoreException, InterruptedException {
        try {
            return StoreLock.acquire(session, key, holder, waiting);
        } catch (IOException e) {
            throw new StoreException(layout.root(), e);
        }
    }

    /**
     * Keeps a small text that is replaced by the next one of the same name.
     *
     * @param what its name, any text
     */
    public void remember(String what, String text) {
        try {
            if (!Files.exists(latest(what)) || !Files.readString(latest(what)).equals(text)) {
                Disk.replace(latest(what), text);
            }
        } catch (IOException notWritable) {
            // It only helps to explain the next build.
        }
    }

    /** The file that holds what {@link #remember} was told last, if it was told anything. */
    public Path latest(String what) {
        return layout.latest().resolve(Digests.ofText(what) + ".json");
    }

    private static void deleteQuietly(Path folder) {
        try {
            Disk.delete(folder);
        } catch (IOException leftForTheHousekeeping) {
            // It lies outside every final name, so it can hurt nobody.
        }
    }
}
