package io.github.distillmaven.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.disk.Disk;
import io.github.distillmaven.store.Manifest.StoredFile;
import org.apache.commons.io.output.CountingOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One entry: {@code files/}, a manifest that lists them, and the manifest's own digest, which {@code sha256sum -c} can
 * check.
 *
 * @param tree that the folder belongs to; nothing is read through a link
 * @param path where they lie
 */
record EntryFolder(PlainTree tree, Path path) {

    private static final String MANIFEST = "manifest.json";
    private static final String SEAL = "manifest.sha256";
    private static final String FILES = "files";

    /** Far more than the manifest of a step with thousands of files takes. An entry that came from elsewhere may have any. */
    private static final int LARGEST = 4 << 20;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static EntryFolder of(StoreLayout layout, String key) {
        return new EntryFolder(layout.tree(), layout.entry(key));
    }

    /** An entry that lies outside a store. */
    static EntryFolder alone(Path path) {
        return new EntryFolder(new PlainTree(path), path);
    }

    /**
     * Writes an entry.
     *
     * @param source its files, below a folder; they are left alone
     */
    void write(String key, EntryDescription description, Path source) throws IOException {
        SortedMap<String, StoredFile> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(source)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String name = source.relativize(file).toString().replace('\\', '/');
                Path target = path.resolve(FILES).resolve(name);
                Files.createDirectories(target.getParent());
                try (InputStream input = Files.newInputStream(file)) {
                    files.put(name, copy(input, target));
                }
            }
        }
        Manifest manifest = new Manifest(key, description, files);
        byte[] text = (MAPPER.writeValueAsString(manifest) + "\n").getBytes(StandardCharsets.UTF_8);
        Files.write(path.resolve(MANIFEST), text);
        Files.writeString(path.resolve(SEAL), seal(text));
    }

    /** Has the disk take all of it. */
    void sync() throws IOException {
        Disk.sync(path);
    }

    /**
     * Reads the manifest.
     *
     * @throws DamagedEntryException if it is not what was written, or that of another entry
     */
    Manifest manifest(String key) throws IOException {
        byte[] text = read(MANIFEST);
        if (!new String(read(SEAL), StandardCharsets.UTF_8).equals(seal(text))) {
            throw new DamagedEntryException(MANIFEST + " is not what was written");
        }
        try {
            Manifest manifest = MAPPER.readValue(text, Manifest.class);
            if (manifest == null || manifest.key() == null) {
                throw new DamagedEntryException(MANIFEST + " is incomplete");
            }
            if (!key.equals(manifest.key())) {
                throw new DamagedEntryException("its manifest is that of " + manifest.key());
            }
            if (!manifest.isComplete()) {
                throw new DamagedEntryException(MANIFEST + " is incomplete");
            }
            return manifest;
        } catch (JacksonException e) {
            throw new DamagedEntryException(MANIFEST + " is not a manifest");
        }
    }

    /**
     * Copies the files to a folder, checking every byte on the way.
     *
     * @param destination exists; after an exception it holds what it should not
     * @throws DamagedEntryException if a file is not what was written
     */
    void copyTo(Path destination, String key) throws IOException {
        for (Map.Entry<String, StoredFile> file : manifest(key).files().entrySet()) {
            Path target = inside(destination, file.getKey());
            Files.createDirectories(target.getParent());
            try (InputStream input = source(file.getKey())) {
                require(copy(input, target), file);
            }
        }
    }

    /**
     * Reads every byte.
     *
     * @throws DamagedEntryException if a file is not what was written
     */
    void verify(String key) throws IOException {
        for (Map.Entry<String, StoredFile> file : manifest(key).files().entrySet()) {
            try (InputStream input = source(file.getKey());
                    CountingOutputStream nowhere = new CountingOutputStream(OutputStream.nullOutputStream())) {
                String digest = Digests.copy(input, nowhere);
                require(new StoredFile(nowhere.getByteCount(), digest), file);
            }
        }
    }

    /** Bytes of its files, as the disk tells them: a manifest may say anything. */
    long size() throws IOException {
        return tree.size(path.resolve(FILES));
    }

    /** Where the manifest's digest lies, without which there is no sound entry. */
    Path seal() {
        return path.resolve(SEAL);
    }

    /** A manifest that came from elsewhere may name anything. */
    private static Path inside(Path folder, String name) throws DamagedEntryException {
        try {
            Path relative = Path.of(name).normalize();
            if (relative.getRoot() == null
                    && !relative.startsWith("..")
                    && !relative.toString().isEmpty()) {
                return folder.resolve(relative);
            }
        } catch (InvalidPathException e) {
            throw new DamagedEntryException("a file has the name '" + name + "'");
        }
        throw new DamagedEntryException(name + " would lie outside");
    }

    /** Where one of its files lies; empty if it has none of that name. */
    Optional<Path> file(String key, String name) throws IOException {
        if (!manifest(key).files().containsKey(name)) {
            return Optional.empty();
        }
        Path file = inside(path.resolve(FILES), name);
        return tree.isFile(file) ? Optional.of(file) : Optional.empty();
    }

    private InputStream source(String name) throws IOException {
        return open(inside(path.resolve(FILES), name), name);
    }

    /** What is missing or a link is damage; what this user may not read is not. */
    private InputStream open(Path file, String name) throws IOException {
        try {
            return tree.open(file);
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new DamagedEntryException(name + " is missing");
        } catch (LinkedPathException e) {
            if (!e.link().startsWith(path)) {
                throw e;
            }
            String link = path.relativize(e.link()).toString().replace('\\', '/');
            throw new DamagedEntryException((link.isEmpty() ? "it" : link) + " is a link, or neither file nor folder");
        }
    }

    private static void require(StoredFile found, Map.Entry<String, StoredFile> wanted) throws DamagedEntryException {
        if (!found.equals(wanted.getValue())) {
            throw new DamagedEntryException(
                    "%s has %s bytes with SHA-256 %s".formatted(wanted.getKey(), found.size(), found.sha256()));
        }
    }

    private static StoredFile copy(InputStream source, Path target) throws IOException {
        try (OutputStream output = Files.newOutputStream(target)) {
            String digest = Digests.copy(source, output);
            return new StoredFile(Files.size(target), digest);
        }
    }

    private byte[] read(String name) throws IOException {
        try (InputStream input = open(path.resolve(name), name)) {
            byte[] bytes = input.readNBytes(LARGEST);
            if (input.read() >= 0) {
                throw new DamagedEntryException(name + " is larger than " + LARGEST + " bytes");
            }
            return bytes;
        }
    }

    private static String seal(byte[] manifest) {
        return Digests.ofBytes(manifest) + "  " + MANIFEST + "\n";
    }
}
