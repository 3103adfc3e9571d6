package io.github.distillmaven.cluster.executor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.distillmaven.cluster.start.ExecutorFolder;
import io.github.distillmaven.cluster.start.SentFile;
import io.github.distillmaven.cluster.task.TaskOrder;

/** Where a task finds on this machine what the request names by paths of the build's. */
final class TaskInputs {

    private final TaskOrder order;
    private final ExecutorFolder executor;
    private final Path own;
    private final DataInputStream in;
    private final DataOutputStream out;

    /** Paths here, by those of the build. */
    private final Map<Path, Path> places = new LinkedHashMap<>();

    /**
     * @param executor keeps files
     * @param own folder of the task
     * @param in what the build says
     * @param out what it is asked
     */
    TaskInputs(TaskOrder order, ExecutorFolder executor, Path own, DataInputStream in, DataOutputStream out) {
        this.order = order;
        this.executor = executor;
        this.own = own;
        this.in = in;
        this.out = out;
    }

    /** The jars of the worker, in order. */
    List<Path> classpath() throws IOException {
        List<Path> jars = new ArrayList<>();
        for (SentFile jar : order.classpath()) {
            jars.add(executor.file(jar, in, out));
        }
        return jars;
    }

    /** Gets what is not here, and makes the folders that the worker writes to. */
    void fetch() throws IOException {
        for (String output : order.outputs()) {
            places.put(Path.of(output), Files.createDirectories(own.resolve("output-" + places.size())));
        }
        for (String checkpoints : order.checkpoints()) {
            Path folder = Path.of(checkpoints);
            boolean shared = !order.mark().isEmpty() && Files.exists(folder.resolve(order.mark()));
            places.put(folder, shared ? folder : filled(folder, "checkpoints-" + places.size()));
        }
    }

    /** Where a path of the request is here. */
    Path place(Path path) {
        return places.computeIfAbsent(path, this::find);
    }

    /** The build's paths in a text about those here. */
    String translated(String text) {
        String translated = text;
        for (Map.Entry<Path, Path> place : places.entrySet()) {
            translated = translated.replace(
                    place.getValue().toString(), place.getKey().toString());
        }
        return translated;
    }

    private Path find(Path path) {
        try {
            for (SentFile file : order.files()) {
                if (Path.of(file.path()).equals(path)) {
                    return executor.file(file, in, out);
                }
            }
            return filled(path, "input-" + places.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder with the files that the build has there: the very folder, where it is seen as it is. */
    private Path filled(Path folder, String name) throws IOException {
        Map<Path, Path> files = new LinkedHashMap<>();
        for (SentFile file : order.files()) {
            Path path = Path.of(file.path());
            if (path.startsWith(folder)) {
                files.put(path, executor.file(file, in, out));
            }
        }
        boolean seen = files.entrySet().stream().allMatch(file -> file.getKey().equals(file.getValue()));
        if (seen
                && !files.isEmpty()
                && !order.checkpoints().contains(folder.toString())
                && count(folder) == files.size()) {
            return folder;
        }
        Path filled = Files.createDirectories(own.resolve(name));
        for (Map.Entry<Path, Path> file : files.entrySet()) {
            Path copy = filled.resolve(folder.relativize(file.getKey()).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file.getValue(), copy);
        }
        return filled;
    }

    private static int count(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return (int) files.filter(Files::isRegularFile).count();
        } catch (FileSystemException unseen) {
            return -1;
        }
    }
}
