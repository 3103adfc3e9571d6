package io.github.distillmaven.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

import io.github.distillmaven.dataset.DatasetSpec.DatasetFile;
import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.disk.FileReplacement;
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
            return Digests.ofFile(path).equals(file.sha256());
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
        Path place = folder.resolve(file.name());
        Path part = folder.resolve(file.name() + ".content.part");
        FileReplacement replacement = begin(place, part);
        try {
            write(file, content, part, replacement);
            onDisk(part, replacement::sync);
            onDisk(place, replacement::publish);
        } catch (SourceException e) {
            throw StandIn.in(part).map(SourceException::new).orElse(e);
        } finally {
            onDisk(part, replacement::close);
        }
    }

    /** What goes wrong with it is the folder's fault, never a source's, and ends the fetch. */
    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private static void onDisk(Path path, Writing writing) throws FetchException {
        try {
            writing.run();
        } catch (IOException e) {
            throw FetchException.cannotWrite(path, e);
        }
    }

    private static FileReplacement begin(Path place, Path part) throws FetchException {
        try {
            return new FileReplacement(place, part);
        } catch (IOException e) {
            throw FetchException.cannotWrite(part, e);
        }
    }

    private static void write(DatasetFile file, InputStream content, Path part, FileReplacement replacement)
            throws IOException, SourceException, FetchException {
        MessageDigest digest = Digests.begin();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int length; (length = content.read(buffer)) >= 0; ) {
            size += length;
            if (size > file.bytes()) {
                throw new SourceException(
                        "wrong size of %s: wanted %s bytes, got more".formatted(file.name(), file.bytes()));
            }
            digest.update(buffer, 0, length);
            ByteBuffer read = ByteBuffer.wrap(buffer, 0, length);
            onDisk(part, () -> replacement.write(read));
        }
        if (size < file.bytes()) {
            throw new SourceException(
                    "wrong size of %s: wanted %s bytes, got %s".formatted(file.name(), file.bytes(), size));
        }
        String got = Digests.hex(digest);
        if (!got.equals(file.sha256())) {
            throw new SourceException(
                    "wrong SHA-256 of %s: wanted %s, got %s".formatted(file.name(), file.sha256(), got));
        }
    }
}
