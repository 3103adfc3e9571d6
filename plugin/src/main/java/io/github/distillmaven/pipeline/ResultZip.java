package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.provenance.StepRecordFile;

/**
 * Packs a result of an experiment, that of its first replicate, so that the same content gives the same bytes: files in the order of their
 * names, under one time, without the record of when and where they were made.
 */
record ResultZip(Workspace workspace) {

    static final String FOLDER = "attached";

    /** What a build has to say of itself. */
    private static final List<String> OWN = List.of(StepRecordFile.NAME, "worker.log", "model/given-model.json");

    /** The first one that a zip can hold. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /**
     * Packs it.
     *
     * @param what the folder of the result
     * @return the file
     */
    Path pack(String what) throws StepFailedException {
        Path zip = workspace.folder().resolve(FOLDER).resolve(what + ".zip");
        try {
            Files.createDirectories(workspace.folder().resolve(FOLDER));
            Path unfinished = Files.createTempFile(workspace.folder().resolve(FOLDER), what, ".part");
            try {
                write(files(workspace.folder().resolve(what)), unfinished);
                Files.move(unfinished, zip, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            return zip;
        } catch (IOException e) {
            throw StepFailedException.cannotReadOrWrite("attach", zip, e);
        }
    }

    private static SortedMap<String, Path> files(Path folder) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!OWN.contains(name)) {
                    files.put(named(name), file);
                }
            }
        }
        return files;
    }

    /** The names by which a data set is read. */
    private static String named(String file) {
        return file.matches("(images|labels)-idx\\d-ubyte") ? "train-" + file : file;
    }

    private static void write(SortedMap<String, Path> files, Path zip) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            for (Map.Entry<String, Path> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(TIME);
                packed.putNextEntry(entry);
                Files.copy(file.getValue(), packed);
                packed.closeEntry();
            }
        }
    }
}
