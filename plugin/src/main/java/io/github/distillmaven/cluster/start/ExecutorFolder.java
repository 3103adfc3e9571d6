package io.github.distillmaven.cluster.start;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where an executor keeps files: a folder of its own, which goes with it. What came once is not asked for again. */
public final class ExecutorFolder {

    private static final String PREFIX = "distill-executor-";
    private static final String LOCK = "lock";

    /** Locks until this JVM ends, however it does: a channel that nobody knows any more is closed. */
    private static final Map<Path, FileChannel> HELD = new ConcurrentHashMap<>();

    private final Path folder;
    private final Predicate<Path> seen;
    private final Map<String, String> digests = new ConcurrentHashMap<>();

    /** @param folder exists, and is used by nobody else */
    public ExecutorFolder(Path folder) {
        this(folder, any -> true);
    }

    /**
     * @param folder exists, and is used by nobody else
     * @param seen which files of the build's machine may be used where they lie, if they do
     */
    public ExecutorFolder(Path folder, Predicate<Path> seen) {
        this.folder = folder;
        this.seen = seen;
    }

    /** A new one, which goes when this JVM ends. Those of executors that were killed go now. */
    public static ExecutorFolder ofThisJvm() throws IOException {
        Path folder = create(Path.of(System.getProperty("java.io.tmpdir")), PREFIX);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "delete-executor-folder"));
        return new ExecutorFolder(folder);
    }

    /**
     * A new folder for as long as this JVM runs. Those whose JVM was killed go now.
     *
     * @param prefix begins its name, and theirs
     */
    public static Path create(Path parent, String prefix) throws IOException {
        sweep(parent, prefix);
        Path folder = Files.createTempDirectory(parent, prefix);
        FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock.lock();
        HELD.put(folder, lock);
        return folder;
    }

    /** Where it is. */
    public Path path() {
        return folder;
    }

    /**
     * A file of the build: the very file, where this machine sees it, or else a copy.
     *
     * @param in what the build says
     * @param out what it is asked
     */
    public Path file(SentFile file, DataInputStream in, DataOutputStream out) throws IOException {
        Path original = Path.of(file.path());
        if (seen.test(original) && file.digest().equals(digest(original, file.size()))) {
            return original;
        }
        Path copy = folder.resolve("files").resolve(file.digest()).resolve(file.name());
        if (!Files.exists(copy)) {
            fetch(file, copy, in, out);
        }
        return copy;
    }

    private void fetch(SentFile file, Path copy, DataInputStream in, DataOutputStream out) throws IOException {
        Files.createDirectories(copy.getParent());
        Path arriving = Files.createTempFile(folder, "arriving", null);
        try {
            out.writeByte(Wire.WANT);
            out.writeUTF(file.digest());
            out.flush();
            String digest;
            try (OutputStream destination = Files.newOutputStream(arriving)) {
                digest = Wire.file(in, destination);
            }
            if (!digest.equals(file.digest())) {
                throw new IOException(
                        "%s arrived with the SHA-256 %s instead of %s".formatted(file.path(), digest, file.digest()));
            }
            Files.move(arriving, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(arriving);
        }
    }

    /** Digest of a file that may not be there, or be another one. */
    private String digest(Path file, long size) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) != size) {
                return "";
            }
            // Jars are looked at by every task; a time tells whether one was written since.
            String identity = file + " " + Files.getLastModifiedTime(file);
            return digests.computeIfAbsent(identity, any -> digestOf(file));
        } catch (IOException | UncheckedIOException unreadable) {
            return "";
        }
    }

    private static String digestOf(Path file) {
        try (InputStream content = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(content, Wire.sha256())) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes those whose JVM is gone. */
    private static void sweep(Path parent, String prefix) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(
                parent, file -> file.getFileName().toString().startsWith(prefix) && Files.isDirectory(file))) {
            for (Path left : folders) {
                if (isLeft(left)) {
                    delete(left);
                }
            }
        }
    }

    private static boolean isLeft(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | RuntimeException somebodyElses) {
            return false;
        }
    }

    /** Deletes a folder with all that is in it, as far as that can be done. */
    public static void delete(Path folder) {
        try (FileChannel held = HELD.remove(folder)) {
            deleteAll(folder);
        } catch (IOException closed) {
            // Nobody else wants it.
        }
    }

    private static void deleteAll(Path folder) {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(folder)) {
            paths = all.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException | UncheckedIOException gone) {
            return;
        }
        for (Path path : paths) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException inUse) {
                // Who comes next will try again.
            }
        }
    }
}
