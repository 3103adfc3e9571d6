package io.github.distillmaven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.junit.jupiter.api.Assumptions.abort;

/**
 * A folder of two layers, as in a container: what was in the lower one cannot be renamed.
 *
 * @param path where both are seen as one
 */
public record LayeredFolder(Path path) implements AutoCloseable {

    /**
     * Mounts one; where that cannot be done, the test is skipped and says why.
     *
     * @param lower what the image has
     * @param work an empty folder on the same disk
     */
    public static LayeredFolder mount(Path lower, Path work) throws IOException, InterruptedException {
        for (String name : List.of("upper", "work", "merged")) {
            Files.createDirectories(work.resolve(name));
        }
        String layers =
                "lowerdir=%s,upperdir=%s,workdir=%s".formatted(lower, work.resolve("upper"), work.resolve("work"));
        String failure = run(
                "mount",
                "-t",
                "overlay",
                "-o",
                layers,
                "overlay",
                work.resolve("merged").toString());
        if (!failure.isEmpty()) {
            abort("no layers can be mounted here: " + failure);
        }
        return new LayeredFolder(work.resolve("merged"));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        // Also while a file in it is open, as that is by which a build says that it runs.
        run("umount", "--lazy", path.toString());
    }

    private static String run(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? "" : output;
        } catch (IOException e) {
            return e.toString();
        }
    }
}
