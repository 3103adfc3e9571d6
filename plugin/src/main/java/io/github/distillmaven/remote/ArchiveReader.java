package io.github.distillmaven.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.zip.CRC32;

import io.github.distillmaven.text.ForeignText;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Unpacks an archive that anybody may have written: files below one folder, within limits, and nothing else. */
final class ArchiveReader {

    /** Most names in a path; the deepest of ours has four. */
    private static final int DEEPEST = 20;

    private static final int SHOWN = 100;

    private final Path folder;
    private final RemoteLimits limits;
    private final byte[] buffer = new byte[1 << 16];
    private long mostBytes;
    private long written;

    /** Prepares to unpack into an existing, empty folder. */
    ArchiveReader(Path folder, RemoteLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /**
     * Writes the archive's files.
     *
     * @throws RemoteFailure if the archive is bad; some files may have been written
     * @throws IOException if a file cannot be written
     */
    void unpack(Path archive) throws RemoteFailure, IOException, InterruptedException {
        ArchiveEnd.check(archive, limits);
        mostBytes = limits.unpackedBytes(Files.size(archive));
        try (ZipFile zip = open(archive)) {
            Iterator<ZipArchiveEntry> entries = zip.getEntriesInPhysicalOrder().asIterator();
            int files = 0;
            while (entries.hasNext()) {
                files++;
                if (files > limits.files()) {
                    throw RemoteFailure.badArchive("it holds more than %s files".formatted(limits.files()));
                }
                unpack(zip, entries.next());
            }
            if (files == 0) {
                throw RemoteFailure.badArchive("it holds no files");
            }
        }
    }

    private static ZipFile open(Path archive) throws RemoteFailure {
        try {
            return ZipFile.builder().setPath(archive).get();
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    private void unpack(ZipFile zip, ZipArchiveEntry entry) throws RemoteFailure, IOException, InterruptedException {
        Path target = target(entry);
        CRC32 checksum = new CRC32();
        try (InputStream content = content(zip, entry);
                OutputStream out = create(target)) {
            for (int length; (length = read(content)) >= 0; ) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                written += length;
                if (written > mostBytes) {
                    throw RemoteFailure.badArchive("it unpacks to more than %s bytes".formatted(mostBytes));
                }
                checksum.update(buffer, 0, length);
                out.write(buffer, 0, length);
            }
        }
        if (checksum.getValue() != entry.getCrc()) {
            throw RemoteFailure.badArchive("the checksum of %s is wrong".formatted(shown(entry.getName())));
        }
    }

    private Path target(ZipArchiveEntry entry) throws RemoteFailure {
        String name = entry.getName();
        int type = entry.getUnixMode() & UnixStat.FILE_TYPE_FLAG;
        if (type != 0 && type != UnixStat.FILE_FLAG) {
            throw RemoteFailure.badArchive("%s in it is not a regular file".formatted(shown(name)));
        }
        try {
            Path target = folder.resolve(name).normalize();
            if (isSafe(name) && !hasBackslash(entry) && target.startsWith(folder.normalize())) {
                return target;
            }
        } catch (InvalidPathException e) {
            throw unsafe(name);
        }
        throw unsafe(name);
    }

    /** Plain names between slashes: also for other platforms, where a backslash or a colon lead elsewhere. */
    private static boolean isSafe(String name) {
        String[] parts = name.split("/", -1);
        for (String part : parts) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return parts.length <= DEEPEST
                && name.chars().noneMatch(letter -> letter == '\\' || letter == ':' || Character.isISOControl(letter));
    }

    /** In the name as it is in the archive: the library makes slashes of those that DOS would have written. */
    private static boolean hasBackslash(ZipArchiveEntry entry) {
        return new String(entry.getRawName(), StandardCharsets.ISO_8859_1).contains("\\");
    }

    private static RemoteFailure unsafe(String name) {
        return RemoteFailure.badArchive("%s in it is not a safe path".formatted(shown(name)));
    }

    /** A name that can stand in a log, whoever chose it. */
    private static String shown(String name) {
        return ForeignText.line(name, SHOWN);
    }

    private static OutputStream create(Path target) throws RemoteFailure, IOException {
        try {
            Files.createDirectories(target.getParent());
            return Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw RemoteFailure.badArchive(
                    "%s is in it twice".formatted(shown(target.getFileName().toString())));
        }
    }

    private static InputStream content(ZipFile zip, ZipArchiveEntry entry) throws RemoteFailure {
        if (entry.getMethod() != ZipArchiveEntry.STORED && entry.getMethod() != ZipArchiveEntry.DEFLATED) {
            throw RemoteFailure.badArchive("%s is packed in an unknown way".formatted(shown(entry.getName())));
        }
        try {
            return zip.getInputStream(entry);
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    private int read(InputStream content) throws RemoteFailure {
        try {
            return content.read(buffer);
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    /** The reader's exceptions of any kind: a hostile archive may make it fail in ways that it does not declare. */
    private static RemoteFailure unreadable(Exception e) {
        return RemoteFailure.badArchive("it cannot be unpacked (%s)".formatted(e.getMessage()));
    }
}
