package io.github.distillmaven.worker.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

import io.github.distillmaven.worker.WorkerException;

/** Looks at the jars of a worker before it starts: a JVM passes over those that it cannot read, and misses their classes later. */
final class ClasspathCheck {

    /**
     * @param classpath jars and folders
     * @throws WorkerException if a jar is not there or not whole
     */
    void require(List<Path> classpath) throws WorkerException {
        for (Path entry : classpath) {
            if (entry.toString().endsWith(".jar") && !Files.isDirectory(entry)) {
                requireWhole(entry);
            }
        }
    }

    private static void requireWhole(Path jar) throws WorkerException {
        try {
            new ZipFile(jar.toFile()).close();
        } catch (IOException e) {
            throw new WorkerException(
                    "The jar %s cannot be read: %s.\nTry: delete it and run the build again; Maven then downloads it anew."
                            .formatted(jar, Files.exists(jar) ? e.getMessage() : "there is no such file"),
                    e);
        }
    }
}
