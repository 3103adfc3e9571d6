package io.github.distillmaven.it;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Finds the JVMs that builds fork for TensorFlow, among the descendants of this one. */
final class Workers {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Workers() {}

    /** Waits until a worker runs. */
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

    /** A worker is the one process that is started with nothing but an argument file. */
    private static Optional<ProcessHandle> find() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .arguments()
                        .filter(arguments -> arguments.length == 1 && arguments[0].startsWith("@"))
                        .isPresent())
                .findFirst();
    }
}
