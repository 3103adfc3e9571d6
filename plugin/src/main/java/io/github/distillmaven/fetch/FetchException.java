package io.github.distillmaven.fetch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.disk.DiskFailure;
import org.jspecify.annotations.Nullable;

/** Files of a data set could not be had, or not be written. The message is for the user: what, where, and what to do. */
public final class FetchException extends Exception {

    private FetchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Files that no source delivered.
     *
     * @param files their names
     * @param attempts every source that was tried, in order; addresses are not tried offline
     */
    record Missing(List<String> files, List<Attempt> attempts) {}

    static FetchException missing(DatasetSpec spec, Path folder, List<Missing> missing, boolean offline) {
        long count = missing.stream().mapToLong(some -> some.files().size()).sum();
        StringBuilder message = new StringBuilder("Could not get %s of the %s files of %s for %s:\n"
                .formatted(count, spec.files().size(), spec.title(), folder));
        for (Missing some : missing) {
            message.append("  ").append(String.join(", ", some.files())).append('\n');
            for (Attempt attempt : some.attempts()) {
                message.append("    %s: %s\n".formatted(attempt.source(), attempt.reason()));
            }
        }
        message.append(
                        offline
                                ? "Maven is offline (-o), so no address was asked: run it once without, or put"
                                : "To go on, put")
                .append(" the files, as published or unpacked, into a folder laid out as %s/<file>"
                        .formatted(spec.name()))
                .append(" and name it with -Ddistill.mirror=<folder or address>.");
        return new FetchException(message.toString(), null);
    }

    static FetchException single(Candidate candidate, String reason) {
        return new FetchException("%s could not be fetched: %s.".formatted(candidate.display(), reason), null);
    }

    static FetchException cannotWrite(Path path, IOException cause) {
        String hint = DiskFailure.of(cause).map(DiskFailure::hint).orElse(advice(cause));
        return new FetchException(
                "Cannot write %s: %s.\nTo go on, %s; or keep the data elsewhere with -Ddistill.store=<folder>."
                        .formatted(path, reason(cause), hint),
                cause);
    }

    private static String advice(IOException cause) {
        return isFileForFolder(cause) ? "move that file away" : "make the folder writable";
    }

    private static boolean isFileForFolder(IOException cause) {
        return cause instanceof FileAlreadyExistsException
                || cause instanceof NotDirectoryException
                || String.valueOf(cause.getMessage()).contains("Not a directory");
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (isFileForFolder(cause)) {
            return "a file is in the place of a folder";
        }
        if (cause instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return String.valueOf(cause.getMessage());
    }
}
