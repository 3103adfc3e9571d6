package io.github.distillmaven.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.apache.commons.io.file.PathUtils;

/**
 * Immutable entries under content-derived keys. An entry appears whole or not at all; a damaged one is removed and counts
 * as missing.
 */
public final class Store {

    private static final String FORMAT = "v1";

    private final Path root;
    private final Consumer<String> warnings;

    /**
     * @param root folder of the store; made when first written
     * @param warnings told in one sentence when an entry turns out damaged
     */
    public Store(Path root, Consumer<String> warnings) {
        this.root = root;
        this.warnings = warnings;
    }

    /** Folder of the store. */
    public Path root() {
        return root;
    }

    /**
     * Copies an entry to a folder, checking every byte on the way.
     *
     * @param key of the entry
     * @param destination replaced as a whole if the entry is there and sound, untouched if not
     * @return whether it was
     */
    public boolean restore(String key, Path destination) throws StoreException {
        Path entry = entry(key);
        if (!Files.isDirectory(entry)) {
            return false;
        }
        Path copy = destination.resolveSibling(destination.getFileName() + "." + UUID.randomUUID());
        try {
            try {
                copyChecked(Manifest.read(entry), key, entry, copy);
            } catch (DamagedEntryException e) {
                warnings.accept("The store's entry " + key + " is damaged and was removed: " + e.getMessage() + ".");
                remove(entry);
                return false;
            }
            replace(copy, destination);
            return true;
        } catch (IOException e) {
            throw new StoreException(root, e);
        } finally {
            deleteQuietly(copy);
        }
    }

    private static void copyChecked(Manifest manifest, String key, Path entry, Path copy) throws IOException {
        if (!manifest.key().equals(key)) {
            throw new DamagedEntryException("its manifest is that of " + manifest.key());
        }
        for (Map.Entry<String, String> file : manifest.files().entrySet()) {
            Path source = entry.resolve(file.getKey());
            Path target = copy.resolve(file.getKey()).normalize();
            if (!target.startsWith(copy) || !Files.isRegularFile(source)) {
                throw new DamagedEntryException(file.getKey() + " is missing");
            }
            Files.createDirectories(target.getParent());
            try (OutputStream output = Files.newOutputStream(target)) {
                String digest = Digests.copy(source, output);
                if (!digest.equals(file.getValue())) {
                    throw new DamagedEntryException(file.getKey() + " has SHA-256 " + digest);
                }
            }
        }
    }

    /** A new, empty folder on the store's own file system, to make an entry in. */
    public Path newWorkFolder() throws StoreException {
        return created(
                root.resolve(FORMAT).resolve("work").resolve(UUID.randomUUID().toString()));
    }

    /** The folder in which the files of a download gather, kept until {@link #publish}. Ask for it under the lock only. */
    public Path incoming(String key) throws StoreException {
        return created(root.resolve(FORMAT).resolve("incoming").resolve(key));
    }

    private Path created(Path folder) throws StoreException {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException(root, e);
        }
    }

    /**
     * Makes a complete folder an entry. If the entry is there already, that one stays and the folder is deleted.
     *
     * @param key of the entry
     * @param folder from {@link #newWorkFolder} or {@link #incoming}; gone afterwards
     */
    public void publish(String key, Path folder) throws StoreException {
        try {
            SortedMap<String, String> files = Digests.ofFolder(folder);
            files.remove(Manifest.NAME);
            new Manifest(key, files).write(folder);
            sync(folder);
            Path entry = entry(key);
            Files.createDirectories(entry.getParent());
            try {
                Files.move(folder, entry, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                throw e;
            } catch (FileSystemException e) {
                if (!Files.isDirectory(entry)) {
                    throw e;
                }
                PathUtils.deleteDirectory(folder);
            }
        } catch (IOException e) {
            throw new StoreException(root, e);
        }
    }

    /**
     * Waits until nobody else makes this entry.
     *
     * @param key of the entry
     * @param holder who asks, in words for those who will wait
     * @param waiting told once, if it must wait, who holds the lock
     */
    public StoreLock lock(String key, String holder, Consumer<String> waiting)
            throws StoreException, InterruptedException {
        try {
            return StoreLock.acquire(root.resolve(FORMAT).resolve("locks").resolve(key + ".lock"), holder, waiting);
        } catch (IOException e) {
            throw new StoreException(root, e);
        }
    }

    /** Deletes a work folder that came to nothing. */
    public void discard(Path folder) {
        deleteQuietly(folder);
    }

    private Path entry(String key) {
        return root.resolve(FORMAT)
                .resolve("entries")
                .resolve(key.substring(0, 2))
                .resolve(key);
    }

    private void remove(Path entry) throws IOException {
        Path aside =
                root.resolve(FORMAT).resolve("work").resolve(UUID.randomUUID().toString());
        Files.createDirectories(aside.getParent());
        Files.move(entry, aside, StandardCopyOption.ATOMIC_MOVE);
        PathUtils.deleteDirectory(aside);
    }

    private static void replace(Path copy, Path destination) throws IOException {
        if (Files.isDirectory(destination)) {
            PathUtils.deleteDirectory(destination);
        }
        Files.move(copy, destination, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void sync(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
    }

    private static void deleteQuietly(Path folder) {
        try {
            if (Files.exists(folder)) {
                PathUtils.deleteDirectory(folder);
            }
        } catch (IOException leftForTheNextCleanUp) {
            // It lies outside every final name, so it can hurt nobody.
        }
    }
}
