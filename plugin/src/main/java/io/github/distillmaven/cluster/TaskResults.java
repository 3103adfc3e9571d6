package io.github.distillmaven.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.distillmaven.cluster.task.RequestPaths;
import io.github.distillmaven.worker.launch.WorkerLaunch;

/**
 * What an executor sent, whole and checked.
 *
 * @param arrived folder of it: {@code log}, and {@code output/0} and so on
 */
record TaskResults(WorkerLaunch launch, Path arrived) {

    /**
     * Puts them where a worker on this machine would have written them.
     *
     * @param outputs whether the outputs are wanted, or the log alone
     */
    void take(boolean outputs) throws IOException {
        move(arrived.resolve("log"), Objects.requireNonNull(launch.log().getParent()));
        List<Path> folders = outputs ? RequestPaths.outputs(launch.request()) : List.of();
        for (int i = 0; i < folders.size(); i++) {
            move(arrived.resolve("output").resolve(Integer.toString(i)), folders.get(i));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path place = to.resolve(from.relativize(file).toString());
            Files.createDirectories(Objects.requireNonNull(place.getParent()));
            Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
