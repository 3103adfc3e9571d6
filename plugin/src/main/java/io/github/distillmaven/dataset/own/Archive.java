package io.github.distillmaven.dataset.own;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import io.github.distillmaven.extension.format.UnfitDataException;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * Files in a zip or tar archive, which may be from anywhere: nothing is written outside of the folder that it is unpacked to, no link is
 * made, and it may not unpack to much more than its size.
 *
 * @param file a zip, jar or tar file, or a tar file packed by gzip
 */
public record Archive(Path file) {

    private static final List<String> TARS = List.of(".tar", ".tar.gz", ".tgz");
    private static final List<String> ZIPS = List.of(".zip", ".jar");

    /** Most bytes that a byte of an archive may stand for, beyond the bytes that any may unpack to. Images stand for about one. */
    private static final long MOST_RATIO = 100;

    private static final long ALWAYS = 100_000_000;
    private static final int MOST_ENTRIES = 2_000_000;

    /** Whether a file is one, by its name. */
    public static boolean isOne(Path file) {
        return ends(file, TARS) || ends(file, ZIPS);
    }

    /**
     * Unpacks all files.
     *
     * @param folder an existing, empty one
     * @throws UnfitDataException if it is damaged, or would do harm
     * @throws IOException if the folder cannot be written to
     */
    public void unpack(Path folder) throws UnfitDataException, IOException {
        long most = ALWAYS + MOST_RATIO * Files.size(file);
        long total = 0;
        int entries = 0;
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                ArchiveInputStream<? extends ArchiveEntry> archive = open(raw)) {
            for (ArchiveEntry entry; (entry = next(archive)) != null; ) {
                if (++entries > MOST_ENTRIES) {
                    throw new UnfitDataException("%s holds more than %s files.".formatted(name(), MOST_ENTRIES));
                }
                Path place = place(folder, entry);
                if (entry.isDirectory()) {
                    Files.createDirectories(place);
                    continue;
                }
                Files.createDirectories(place.getParent());
                total = write(archive, place, total, most);
            }
        } catch (FileAlreadyExistsException e) {
            throw new UnfitDataException(
                    "%s holds two files of one name: %s.".formatted(name(), folder.relativize(Path.of(e.getFile()))));
        }
        if (entries == 0) {
            throw new UnfitDataException(name() + " is not an archive of the kind that its name says, or is empty.");
        }
    }

    private ArchiveInputStream<? extends ArchiveEntry> open(InputStream raw) throws UnfitDataException {
        try {
            if (ends(file, ZIPS)) {
                return new ZipArchiveInputStream(raw);
            }
            return new TarArchiveInputStream(ends(file, List.of(".tar")) ? raw : new GZIPInputStream(raw));
        } catch (IOException e) {
            throw damaged();
        }
    }

    private ArchiveEntry next(ArchiveInputStream<? extends ArchiveEntry> archive) throws UnfitDataException {
        try {
            ArchiveEntry entry = archive.getNextEntry();
            if (entry != null && !archive.canReadEntryData(entry)) {
                throw new UnfitDataException(
                        "%s holds %s in a way that is not read, such as encrypted. Pack it without."
                                .formatted(name(), entry.getName()));
            }
            return entry;
        } catch (IOException | IllegalArgumentException e) {
            throw damaged();
        }
    }

    private Path place(Path folder, ArchiveEntry entry) throws UnfitDataException {
        boolean link = entry instanceof TarArchiveEntry tar
                && (tar.isSymbolicLink()
                        || tar.isLink()
                        || tar.isFIFO()
                        || tar.isBlockDevice()
                        || tar.isCharacterDevice());
        try {
            Path place = folder.resolve(entry.getName().replace('\\', '/')).normalize();
            if (!link && place.startsWith(folder)) {
                return place;
            }
        } catch (InvalidPathException outside) {
            // said below
        }
        throw new UnfitDataException("%s holds '%s', which %s. Pack it without."
                .formatted(
                        name(),
                        entry.getName(),
                        link ? "is a link or no file" : "leads out of the folder that it is unpacked to"));
    }

    private long write(InputStream content, Path place, long before, long most) throws UnfitDataException, IOException {
        long total = before;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            for (int length; (length = read(content, buffer)) >= 0; ) {
                total += length;
                if (total > most) {
                    throw new UnfitDataException("%s unpacks to more than %s MB, which is too much for its size."
                            .formatted(name(), most / 1_000_000));
                }
                out.write(buffer, 0, length);
            }
        }
        return total;
    }

    private int read(InputStream content, byte[] buffer) throws UnfitDataException {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw damaged();
        }
    }

    private UnfitDataException damaged() {
        return new UnfitDataException(name() + " is damaged, or not an archive of the kind that its name says.");
    }

    private String name() {
        return file.getFileName().toString();
    }

    private static boolean ends(Path file, List<String> endings) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }
}
