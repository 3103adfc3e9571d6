package io.github.distillmaven.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import io.github.distillmaven.dataset.DatasetSpec.DatasetFile;
import io.github.distillmaven.http.StandIn;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * Takes the pinned files, and nothing else, out of what a source delivered. The content decides: a package with another
 * digest than the published one is fine when the files inside are right, as in a mirror that packed them anew.
 */
final class Unpacker {

    /** How much more than the wanted files an archive may unpack to: a read-me and the like. */
    private static final long SLACK_BYTES = 16L << 20;

    private final PinnedFiles files;

    Unpacker(PinnedFiles files) {
        this.files = files;
    }

    /**
     * Writes files under their final names.
     *
     * @param path what the source delivered
     * @param candidate what it should be
     * @param wanted those of its files that are to be taken
     * @throws SourceException if any of the files is not inside or not right; others may have been written
     * @throws FetchException if a file cannot be written
     */
    void unpack(Path path, Candidate candidate, List<DatasetFile> wanted) throws SourceException, FetchException {
        try (InputStream raw = Files.newInputStream(path)) {
            switch (candidate.packaging()) {
                case PLAIN -> files.write(wanted.get(0), raw);
                case GZIP -> files.write(wanted.get(0), new GZIPInputStream(raw));
                case TAR_GZIP -> unpackArchive(new GZIPInputStream(raw), candidate, wanted);
            }
        } catch (SourceException e) {
            throw StandIn.in(path).map(SourceException::new).orElse(e);
        } catch (EOFException e) {
            throw new SourceException("truncated gzip: %s bytes, published with %s"
                    .formatted(path.toFile().length(), candidate.bytes()));
        } catch (ZipException e) {
            throw new SourceException(StandIn.in(path).orElse("damaged gzip: " + e.getMessage()));
        } catch (IOException e) {
            throw new SourceException("cannot be read: " + e.getMessage());
        }
    }

    private void unpackArchive(InputStream unzipped, Candidate candidate, List<DatasetFile> wanted)
            throws IOException, SourceException, FetchException {
        Map<String, DatasetFile> missing = new HashMap<>();
        wanted.forEach(file -> missing.put(file.name(), file));
        long limit = candidate.unpackedBytes() + SLACK_BYTES;
        BoundedInputStream bounded = BoundedInputStream.builder()
                .setInputStream(unzipped)
                .setMaxCount(limit)
                .setOnMaxCount((max, count) -> {
                    throw new IOException("it unpacks to more than %s bytes".formatted(max));
                })
                .get();
        try (TarArchiveInputStream archive = new TarArchiveInputStream(bounded)) {
            for (TarArchiveEntry entry; !missing.isEmpty() && (entry = archive.getNextEntry()) != null; ) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (entry.isFile() && missing.containsKey(name)) {
                    files.write(missing.remove(name), archive);
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new SourceException("the archive lacks "
                    + String.join(", ", missing.keySet().stream().sorted().toList()));
        }
    }
}
