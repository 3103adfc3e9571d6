package io.github.distillmaven.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assumptions.abort;

/** A file system in memory, mounted at a folder until it is closed: small, or read-only, as a test needs it. */
final class Tmpfs implements AutoCloseable {

    private final Path folder;

    private Tmpfs(Path folder) {
        this.folder = folder;
    }

    /**
     * Mounts one; where that cannot be done, the test is skipped and says why.
     *
     * @param folder made if it is not there
     * @param size such as {@code 1m}
     */
    static Tmpfs mount(Path folder, String size) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        String failure = run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
        if (!failure.isEmpty()) {
            abort("no tmpfs can be mounted here: " + failure);
        }
        return new Tmpfs(folder);
    }

    /** Gives it another size. */
    void resize(String size) throws IOException, InterruptedException {
        remount("size=" + size);
    }

    /** From now on nothing can be written to it. */
    void makeReadOnly() throws IOException, InterruptedException {
        remount("ro");
    }

    private void remount(String options) throws IOException, InterruptedException {
        require("mount", "-o", "remount," + options, folder.toString());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        require("umount", folder.toString());
    }

    private static void require(String... command) throws IOException, InterruptedException {
        String failure = run(command);
        if (!failure.isEmpty()) {
            throw new IOException(failure);
        }
    }

    /** Why a command failed; empty if it did not. */
    private static String run(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int code = process.waitFor();
            return code == 0 ? "" : "%s ended with %s: %s".formatted(String.join(" ", command), code, output);
        } catch (IOException e) {
            return e.getMessage();
        }
    }
}
