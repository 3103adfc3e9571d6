package io.github.distillmaven.worker.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Ends a worker when the build's process is gone, however that ended. A worker sees to that itself, but not while it is stopped: so a shell
 * waits for the end of a stream that only the build holds open, and kills the worker then.
 */
final class WorkerGuard implements AutoCloseable {

    /** Not ended by what ends the build from a terminal, which the shell gets as well. */
    private static final String SCRIPT = "trap '' HUP INT QUIT TERM; read -r over || kill -9 \"$1\"";

    private final Optional<Process> shell;

    private WorkerGuard(Optional<Process> shell) {
        this.shell = shell;
    }

    /** Watches over a worker. Windows has no processes that are stopped. */
    static WorkerGuard over(Process worker) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return new WorkerGuard(Optional.empty());
        }
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh", "-c", SCRIPT, "worker-guard", Long.toString(worker.pid()));
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        return new WorkerGuard(Optional.of(builder.start()));
    }

    /** The worker has ended: there is nothing to watch any more. */
    @Override
    public void close() {
        shell.ifPresent(WorkerGuard::release);
    }

    private static void release(Process shell) {
        try (OutputStream words = shell.getOutputStream()) {
            words.write('\n');
        } catch (IOException gone) {
            if (shell.isAlive()) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
