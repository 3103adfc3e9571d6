package io.github.distillmaven.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;

import io.github.distillmaven.dataset.DatasetSpec.DatasetFile;
import io.github.distillmaven.disk.Sha256;
import io.github.distillmaven.http.StandIn;

/** The folder of a data set's unpacked files. A file has its final name only while its size and SHA-256 are right. */
final class PinnedFiles {

    private final Path folder;

    PinnedFiles(Path folder) {
        this.folder = folder;
    }

    /** Whether the file is there with the pinned size and digest. */
    boolean contains(DatasetFile file) {
        Path path = folder.resolve(file.name());
        try {
            if (!Files.isRegularFile(path) || Files.size(path) != file.bytes()) {
                return false;
            }
            MessageDigest digest = Sha256.begin();
            byte[] buffer = new byte[1 << 16];
            try (InputStream content = Files.newInputStream(path)) {
                for (int length; (length = content.read(buffer)) >= 0; ) {
                    digest.update(buffer, 0, length);
                }
            }
            return hex(digest).equals(file.sha256());
        } catch (IOException e) {
            return false; // what cannot be read is fetched anew
        }
    }

    /**
     * Writes a file and gives it its name if it is right.
     *
     * @throws IOException if the content cannot be read
     * @throws SourceException if the content is not the pinned one
     * @throws FetchException if the file cannot be written
     */
    void write(DatasetFile file, InputStream content) throws IOException, SourceException, FetchException {
        Path part = folder.resolve(file.name() + ".content.part");
        try {
            writePart(part, file, content);
            move(part, folder.resolve(file.name()));
        } catch (SourceException e) {
            throw StandIn.in(part).map(SourceException::new).orElse(e);
        } finally {
            delete(part);
        }
    }

    private static void writePart(Path part, DatasetFile file, InputStream content)
            throws IOException, SourceException, FetchException {
        MessageDigest digest = Sha256.begin();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (OutputFile out = OutputFile.create(part)) {
            for (int length; (length = content.read(buffer)) >= 0; ) {
                size += length;
                if (size > file.bytes()) {
                    throw new SourceException(
                            "wrong size of %s: wanted %s bytes, got more".formatted(file.name(), file.bytes()));
                }
                digest.update(buffer, 0, length);
                out.write(buffer, length);
            }
            out.sync();
        }
        if (size < file.bytes()) {
            throw new SourceException(
                    "wrong size of %s: wanted %s bytes, got %s".formatted(file.name(), file.bytes(), size));
        }
        String got = hex(digest);
        if (!got.equals(file.sha256())) {
            throw new SourceException(
                    "wrong SHA-256 of %s: wanted %s, got %s".formatted(file.name(), file.sha256(), got));
        }
    }

    private static void move(Path part, Path target) throws FetchException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw FetchException.cannotWrite(target, e);
        }
    }

    private static void delete(Path part) throws FetchException {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw FetchException.cannotWrite(part, e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
