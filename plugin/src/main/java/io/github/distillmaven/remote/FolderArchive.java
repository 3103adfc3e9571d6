package io.github.distillmaven.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.io.output.CloseShieldOutputStream;
import org.apache.commons.io.output.CountingOutputStream;
import org.apache.commons.io.output.NullOutputStream;

/**
 * A folder's files as a zip file: sorted, without times and owners, so the same for the same content. It never lies on the
 * disk: it is packed once to learn its length, which many servers insist on, and once more to be sent.
 */
final class FolderArchive {

    /** The times of zip files begin in 1980; a month later they do so in every time zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final SortedMap<String, Path> files = new TreeMap<>();
    private final long length;
    private final long unpackedLength;

    /** Packs the folder once. Its files must not change as long as the archive is in use. */
    FolderArchive(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), file);
                bytes += Files.size(file);
            }
        }
        unpackedLength = bytes;
        CountingOutputStream counter = new CountingOutputStream(NullOutputStream.INSTANCE);
        writeTo(counter);
        length = counter.getByteCount();
    }

    /** Bytes of the zip file. */
    long length() {
        return length;
    }

    /** Whether those who fetch it will accept it. */
    boolean isWithin(RemoteLimits limits) {
        return files.size() <= limits.files()
                && length <= limits.bytes()
                && unpackedLength <= limits.unpackedBytes(length);
    }

    /**
     * Writes the zip file. Images shrink well at the fastest level, weights at none, and the network is the slowest part.
     *
     * @param out stays open
     */
    void writeTo(OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(CloseShieldOutputStream.wrap(out))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, Path> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                Files.copy(file.getValue(), zip);
                zip.closeEntry();
            }
        }
    }
}
