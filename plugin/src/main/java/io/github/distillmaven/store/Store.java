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

import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.disk.Disk;

/**
 * Immutable entries under content-derived keys. An entry appears whole or not at all; a damaged one is removed and counts
 * as missing.
 */
public final class Store {

    private final StoreSession session;
    private final StoreLayout layout;
    private final PlainTree tree;
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
        this.tree = layout.tree();
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
        if (!isThere(key) || !copy(key, destination)) {
            return false;
        }
        noteUse(key);
        return true;
    }

    private boolean isThere(String key) throws StoreException {
        try {
            return tree.look(layout.entry(key)).isPresent();
        } catch (IOException e) {
            throw new StoreException(layout.root(), e);
        }
    }

    private boolean copy(String key, Path destination) throws StoreException, IOException {
        EntryFolder entry = EntryFolder.of(layout, key);
        try {
            entry.copyTo(destination, key);
            return true;
        } catch (DamagedEntryException e) {
            empty(destination);
            if (isThere(key)) {
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

    /** Whether a damaged entry could be put away; if not, whoever publishes it next replaces it. */
    private boolean removed(String key) {
        if (!writable) {
            return false;
        }
        try {
            Optional<StoreLock> lock = StoreLock.tryAcquire(session, key);
            if (lock.isEmpty()) {
                return false;
            }
            try (StoreLock held = lock.get()) {
                return isThere(key) && !isSound(key) && remove(key);
            }
        } catch (IOException | StoreException notWritable) {
            return false;
        }
    }

    private boolean remove(String key) throws IOException {
        EntryRemoval.begin(layout, key).finish();
        return true;
    }

    private boolean isSound(String key) throws IOException {
        try {
            EntryFolder.of(layout, key).verify(key);
            return true;
        } catch (DamagedEntryException e) {
            return false;
        }
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
            EntryFolder.of(layout, key).manifest(key).files().forEach((name, file) -> digests.put(name, file.sha256()));
            return Optional.of(digests);
        } catch (IOException missingOrDamaged) {
            return Optional.empty();
        }
    }

    /**
     * A file of an entry, unchecked: only to tell of it.
     *
     * @param key of the entry
     * @param name of the file
     * @return where it lies; empty if there is no such entry, or no such file in it
     */
    public Optional<Path> file(String key, String name) {
        try {
            return EntryFolder.of(layout, key).file(key, name);
        } catch (IOException missingOrDamaged) {
            return Optional.empty();
        }
    }

    /**
     * Makes an entry of a folder's files. If a sound one is there already, that stays. To be called under the key's lock.
     *
     * @param key of the entry
     * @param step that made the files
     * @param source their folder; it is left alone
     */
    public void publish(String key, String step, Path source) throws StoreException {
        publish(stage(key, step, source));
    }

    /**
     * An entry that is written, but not in its place.
     *
     * @param key of the entry
     * @param isNew whether it is to be there; else a sound one is there already
     */
    public record Staged(String key, boolean isNew) {}

    /**
     * The first half of {@link #publish(String, String, Path)}. Where many entries come at once, all are to be written before the first is
     * published: for a disk it is little more to take many files than to take one.
     */
    public Staged stage(String key, String step, Path source) throws StoreException {
        Path work = layout.work(key);
        boolean staged = false;
        try {
            session.use(key);
            tree.delete(work);
            boolean isThere = isThere(key);
            if (isThere && !isSound(key)) {
                remove(key);
                isThere = false;
            }
            if (!isThere) {
                write(key, step, source, new EntryFolder(tree, tree.makeFolder(work)));
            }
            staged = true;
            return new Staged(key, !isThere);
        } catch (IOException e) {
            throw new StoreException(layout.root(), e);
        } finally {
            if (!staged) {
                deleteQuietly(work);
            }
        }
    }

    /** In place of the second half: forgets what was written. */
    public void discard(Staged staged) {
        deleteQuietly(layout.work(staged.key()));
    }

    /** The second half, under the same lock. */
    public void publish(Staged staged) throws StoreException {
        String key = staged.key();
        Path work = layout.work(key);
        try {
            if (staged.isNew()) {
                new EntryFolder(tree, work).sync();
                publish(key, work);
                session.added(EntryFolder.of(layout, key).size());
            }
            noteUse(key);
        } catch (IOException e) {
            throw new StoreException(layout.root(), e);
        } finally {
            deleteQuietly(work);
        }
    }

    private void publish(String key, Path work) throws IOException {
        try {
            tree.publish(work, layout.entry(key), layout.unfinished(key));
        } catch (FileSystemException e) {
            if (!tree.isFolder(layout.entry(key))) {
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
        EntryFolder entry = EntryFolder.alone(destination);
        write(key, step, source, entry);
        entry.sync();
    }

    private void write(String key, String step, Path source, EntryFolder entry) throws IOException {
        String made = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        entry.write(key, new EntryDescription(step, experiment, made), source);
    }

    /**
     * Takes the files out of an entry that came from elsewhere, checking every byte.
     *
     * @param entry its folder
     * @param destination an empty folder
     * @throws IOException if the entry is not a sound one of this key, or the files cannot be copied
     */
    public static void unpack(Path entry, String key, Path destination) throws IOException {
        EntryFolder.alone(entry).copyTo(destination, key);
    }

    /**
     * The folder in which the files of a download gather and stay after a failure. To be asked for under the key's lock; no
     * link is in it then.
     */
    public Path incoming(String key) throws StoreException {
        Path folder = layout.incoming().resolve(key);
        return withoutLinks(folder, folder);
    }

    /** The folder in which a training leaves its checkpoints, in the same way. It may not exist yet. */
    public Path checkpoints(String key) throws StoreException {
        return withoutLinks(layout.checkpoints().resolve(key), layout.checkpoints());
    }

    private Path withoutLinks(Path folder, Path made) throws StoreException {
        try {
            tree.deleteLinks(folder);
            tree.makeFolder(made);
            return folder;
        } catch (IOException e) {
            throw new StoreException(layout.root(), e);
        }
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
            return StoreLock.acquire(session.gate(key), LockPlace.of(layout, key), holder, waiting);
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
            Path file = latestFile(what);
            if (!tree.isFile(file) || !Files.readString(file).equals(text)) {
                tree.replace(file, text);
            }
        } catch (IOException notWritable) {
            // It only helps to explain the next build.
        }
    }

    /** The file that holds what {@link #remember} was told last, if it was told anything. */
    public Optional<Path> latest(String what) {
        try {
            Path file = latestFile(what);
            return tree.isFile(file) ? Optional.of(file) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Path latestFile(String what) {
        return layout.latest().resolve(Digests.ofText(what) + ".json");
    }

    private void deleteQuietly(Path folder) {
        try {
            tree.delete(folder);
        } catch (IOException leftForTheHousekeeping) {
            // It lies outside every final name, so it can hurt nobody.
        }
    }
}
