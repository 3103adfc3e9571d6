package io.github.distillmaven.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.io.file.PathUtils;

/** Puts files in their places only when they are complete: until then they lie in a hidden folder beside them. */
public final class Publication {

    @FunctionalInterface
    public interface Writer {
        /** Writes files into an empty folder. */
        void write(Path folder) throws IOException;
    }

    /** Replaces a folder by what {@code writer} writes. */
    public void replaceFolder(Path target, Writer writer) throws IOException {
        inTemporaryFolder(target.getParent(), writer, content -> {
            if (Files.exists(target)) {
                PathUtils.deleteDirectory(target);
            }
            Files.move(content, target);
        });
    }

    /** Adds the files that {@code writer} writes to a folder, in place of those of the same names. */
    public void replaceFiles(Path target, Writer writer) throws IOException {
        inTemporaryFolder(target, writer, content -> {
            for (Path file : filesIn(content)) {
                Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        });
    }

    private static void inTemporaryFolder(Path parent, Writer writer, Writer publisher) throws IOException {
        Path temporary = Files.createTempDirectory(parent, ".report-");
        try {
            // Java lets only its owner into a temporary folder, but others may read a report.
            Path content = Files.createDirectory(temporary.resolve("content"));
            writer.write(content);
            publisher.write(content);
        } finally {
            PathUtils.deleteDirectory(temporary);
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
