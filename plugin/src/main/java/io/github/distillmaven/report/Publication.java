package io.github.distillmaven.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.distillmaven.disk.DiskFailure;
import org.apache.commons.io.file.PathUtils;

/** Puts files in their places only when they are complete: until then they lie in a hidden folder beside them, a {@link Draft}. */
public final class Publication {

    @FunctionalInterface
    public interface Writer {
        /** Writes files into an empty folder. */
        void write(Path folder) throws IOException;
    }

    private static final String ADVICE = ". Make the folder writable, and see that no other program uses it.";

    /**
     * Replaces a folder by what {@code writer} writes.
     *
     * @throws IOException if that cannot be written, or not be put there; the message names the file or folder
     */
    public void replaceFolder(Path target, Writer writer) throws IOException {
        inTemporaryFolder(Objects.requireNonNull(target.getParent()), writer, content -> {
            try {
                if (Files.exists(target)) {
                    PathUtils.deleteDirectory(target);
                }
                Files.move(content, target);
            } catch (FileSystemException e) {
                throw new IOException(target + " cannot be replaced: " + reason(e) + advice(e), e);
            }
        });
    }

    /**
     * Adds the files that {@code writer} writes to a folder, in place of those of the same names.
     *
     * @throws IOException if they cannot be written, or not be put there; the message names the file or folder
     */
    public void replaceFiles(Path target, Writer writer) throws IOException {
        inTemporaryFolder(target, writer, content -> {
            for (Path file : filesIn(content)) {
                replace(target.resolve(file.getFileName()), file);
            }
        });
    }

    private static String advice(IOException failure) {
        return DiskFailure.of(failure)
                .map(disk -> ". To go on, " + disk.hint() + ".")
                .orElse(ADVICE);
    }

    private static void inTemporaryFolder(Path parent, Writer writer, Writer publisher) throws IOException {
        try (Draft draft = draft(parent)) {
            writer.write(draft.content());
            publisher.write(draft.content());
        }
    }

    private static Draft draft(Path parent) throws IOException {
        try {
            return Draft.in(parent);
        } catch (FileSystemException e) {
            String reason = Files.isDirectory(parent)
                    ? reason(e)
                    : Files.exists(parent) ? "it is not a folder" : "it does not exist";
            throw new IOException("the folder " + parent + " cannot be written to: " + reason + advice(e), e);
        }
    }

    private static void replace(Path place, Path file) throws IOException {
        try {
            Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            String reason = Files.isDirectory(place) ? "it is a folder" : reason(e);
            throw new IOException(place + " cannot be replaced: " + reason + advice(e), e);
        }
    }

    private static String reason(FileSystemException failure) {
        if (failure instanceof AccessDeniedException) {
            return "access denied";
        }
        return failure.getReason() == null ? failure.toString() : failure.getReason();
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
