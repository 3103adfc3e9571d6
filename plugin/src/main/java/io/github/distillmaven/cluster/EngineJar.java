package io.github.distillmaven.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The few classes that the engine itself carries to executors; they bring all others. */
final class EngineJar {

    static final List<String> CLASSES = List.of(
            "spark/SparkTask",
            "start/ExecutorFolder",
            "start/ExecutorStart",
            "start/SentFile",
            "start/TaskBeginning",
            "start/TaskTicket",
            "start/Wire");

    private EngineJar() {}

    /** Writes it into a folder. */
    static Path write(Path folder) throws IOException {
        Path jar = Files.createDirectories(folder).resolve("distill-task.jar");
        String own = EngineJar.class.getPackageName().replace('.', '/');
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : CLASSES) {
                String resource = own + "/" + name + ".class";
                out.putNextEntry(new ZipEntry(resource));
                try (InputStream in = EngineJar.class.getClassLoader().getResourceAsStream(resource)) {
                    Objects.requireNonNull(in, resource).transferTo(out);
                }
                out.closeEntry();
            }
        }
        return jar;
    }
}
