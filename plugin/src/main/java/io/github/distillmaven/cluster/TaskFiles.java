package io.github.distillmaven.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.github.distillmaven.cluster.start.SentFile;
import io.github.distillmaven.cluster.task.RequestPaths;
import io.github.distillmaven.disk.FileDigests;
import io.github.distillmaven.worker.WorkerRequest;

/** The files that tasks need, as executors are told of them. */
final class TaskFiles {

    private final FileDigests digests = new FileDigests();
    private final Map<Path, Path> packed = new ConcurrentHashMap<>();
    private final Path folder;

    /** @param folder for what has to be written; made if need be */
    TaskFiles(Path folder) {
        this.folder = folder;
    }

    /** Those that a request speaks of, and those in folders of which it does. */
    List<SentFile> of(WorkerRequest request) throws IOException {
        List<SentFile> files = new ArrayList<>();
        List<Path> outputs = RequestPaths.outputs(request);
        for (Path path : RequestPaths.of(request)) {
            if (Files.isDirectory(path) && !outputs.contains(path)) {
                for (Path file : below(path)) {
                    files.add(sent(file));
                }
            } else if (Files.isRegularFile(path)) {
                files.add(sent(path));
            }
        }
        return files;
    }

    /** A class path. In a reactor without packages there are folders of classes in it, which go as jars. */
    List<SentFile> classpath(List<Path> classpath) throws IOException {
        List<SentFile> files = new ArrayList<>();
        for (Path entry : classpath) {
            files.add(sent(Files.isDirectory(entry) ? packed(entry) : entry));
        }
        return files;
    }

    private SentFile sent(Path file) throws IOException {
        return new SentFile(file.toAbsolutePath().toString(), Files.size(file), digests.of(file));
    }

    private synchronized Path packed(Path classes) throws IOException {
        Path jar = packed.get(classes);
        if (jar == null) {
            jar = Files.createDirectories(folder).resolve("classes-" + packed.size() + ".jar");
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
                for (Path file : below(classes)) {
                    add(out, classes.relativize(file).toString().replace('\\', '/'), file);
                }
            }
            packed.put(classes, jar);
        }
        return jar;
    }

    private static void add(ZipOutputStream out, String name, Path file) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // The same classes are the same bytes.
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        out.putNextEntry(entry);
        Files.copy(file, out);
        out.closeEntry();
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
