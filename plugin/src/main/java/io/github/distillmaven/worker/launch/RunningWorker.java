package io.github.distillmaven.worker.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.WorkerException;

/** A worker that has reached the build, and answers one request after the other. For one thread at a time. */
final class RunningWorker implements AutoCloseable {

    private final WorkerJvm kind;
    private final ForkedJvm jvm;
    private final WorkerConnection connection;

    private RunningWorker(WorkerJvm kind, ForkedJvm jvm, WorkerConnection connection) {
        this.kind = kind;
        this.jvm = jvm;
        this.connection = connection;
    }

    /**
     * Starts one.
     *
     * @param limit from the start of the process to its connection
     * @throws WorkerException if it does not come so far
     */
    static RunningWorker start(WorkerLaunch launch, Duration limit)
            throws IOException, WorkerException, InterruptedException {
        WorkerJvm kind = launch.jvm();
        JavaInstallation.of(kind.java()).requireSupported();
        new ClasspathCheck().require(kind.classpath());
        try (WorkerServer server = WorkerServer.open()) {
            ForkedJvm jvm = ForkedJvm.start(launch, server);
            try {
                Optional<WorkerConnection> connection = server.accept(jvm::isAlive, limit);
                if (connection.isPresent()) {
                    jvm.connected();
                    return new RunningWorker(kind, jvm, connection.get());
                }
                Optional<Integer> exitCode = jvm.end(Duration.ZERO);
                FailureReport report = new FailureReport(launch, jvm.natives());
                throw exitCode.isPresent()
                        ? report.ended(exitCode.get(), jvm.crashReport(folder(launch)))
                        : report.silent(limit);
            } catch (IOException | WorkerException | InterruptedException | RuntimeException e) {
                jvm.close();
                throw e;
            }
        }
    }

    /** Whether it may be given a request that is for workers of this kind. */
    boolean fits(WorkerJvm wanted) {
        return kind.equals(wanted) && jvm.isAlive();
    }

    /**
     * Has it answer a request.
     *
     * @param endLimit from its last event to its exit, if it gives up
     * @throws WorkerException if it failed or crashed, or the listener wants no more of it: it is of no use any more then
     */
    void answer(WorkerLaunch launch, WorkerListener listener, Duration endLimit)
            throws IOException, WorkerException, InterruptedException {
        FailureReport report = new FailureReport(launch, jvm.natives());
        report.connected();
        jvm.output().begin(launch.log());
        connection.ask(launch.request());
        Optional<Event> last = hear(report, listener);
        if (last.isPresent() && last.get() instanceof Event.Finished) {
            jvm.output().end();
            return;
        }
        Optional<Integer> exitCode = jvm.end(endLimit);
        if (exitCode.isEmpty()) {
            throw report.hanging(endLimit);
        }
        if (last.isPresent() && last.get() instanceof Event.Failed failed) {
            throw report.failed(failed);
        }
        throw report.ended(exitCode.get(), jvm.crashReport(folder(launch)));
    }

    private static Path folder(WorkerLaunch launch) {
        return Objects.requireNonNull(launch.log().getParent());
    }

    /** Passes events on; returns the one that ends the work, or nothing if the worker broke off. */
    private Optional<Event> hear(FailureReport report, WorkerListener listener)
            throws WorkerException, InterruptedException {
        Optional<Event> next = connection.next();
        while (next.isPresent()) {
            Event event = next.get();
            report.heard(event);
            listener.hear(event);
            if (event instanceof Event.Finished || event instanceof Event.Failed) {
                return next;
            }
            next = connection.next();
        }
        return next;
    }

    /** Ends it. */
    @Override
    public void close() throws IOException {
        connection.close();
        jvm.close();
    }
}
