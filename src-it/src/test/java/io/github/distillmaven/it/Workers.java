package io.github.distillmaven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds the JVMs that builds fork for TensorFlow. */
final class Workers {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Workers() {}

    /** Waits until a worker runs among the descendants of this JVM. */
    static ProcessHandle await() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        Optional<ProcessHandle> worker = find();
        while (worker.isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("no worker was started within " + PATIENCE);
            }
            Thread.sleep(100);
            worker = find();
        }
        return worker.get();
    }

    /**
     * The workers of a project, also those whose build is gone. A worker runs in a folder of its project; where the
     * system does not tell a process's folder, every worker counts.
     */
    static List<ProcessHandle> below(Path project) {
        return ProcessHandle.allProcesses()
                .filter(Workers::isWorker)
                .filter(process -> folder(process)
                        .map(folder -> folder.startsWith(project))
                        .orElse(true))
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    /** Whether the project has no worker any more, or loses the last one within this time. */
    static boolean endWithin(Duration time, Path project) throws InterruptedException {
        Instant end = Instant.now().plus(time);
        while (!below(project).isEmpty()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            Thread.sleep(50);
        }
        return true;
    }

    /** A worker is the one process that is started with nothing but an argument file. */
    static boolean isWorker(ProcessHandle process) {
        return process.info()
                .arguments()
                .filter(arguments -> arguments.length == 1 && arguments[0].startsWith("@"))
                .isPresent();
    }

    private static Optional<ProcessHandle> find() {
        return ProcessHandle.current().descendants().filter(Workers::isWorker).findFirst();
    }

    private static Optional<Path> folder(ProcessHandle process) {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd")));
        } catch (IOException goneOrNotLinux) {
            return Optional.empty();
        }
    }
}
