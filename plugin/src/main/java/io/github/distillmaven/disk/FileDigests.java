package io.github.distillmaven.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * SHA-256 of files, read once per build: every goal checks what the ones before it left. A file is read again as soon as its
 * size, its time or the file itself is another one.
 */
public final class FileDigests {

    private final ConcurrentMap<Path, Known> known = new ConcurrentHashMap<>();

    private record Known(Stamp stamp, String digest) {}

    private record Stamp(long size, FileTime modified, Object identity) {}

    /** Digest of a file's content, in lower-case hex. */
    public String of(Path file) throws IOException {
        Stamp stamp = stamp(file);
        Known earlier = known.get(file);
        if (earlier != null && earlier.stamp().equals(stamp)) {
            return earlier.digest();
        }
        String digest = Digests.ofFile(file);
        if (stamp(file).equals(stamp)) {
            known.put(file, new Known(stamp, digest));
        }
        return digest;
    }

    private static Stamp stamp(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    }
}
