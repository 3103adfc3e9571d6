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
    private final ConnectedJvm worker;
    private final ForkedJvm jvm;

    private RunningWorker(WorkerJvm kind, ConnectedJvm worker) {
        this.kind = kind;
        this.worker = worker;
        this.jvm = worker.jvm();
    }

    /**
     * Starts one.
     *
     * @param limit from the start of the process to its connection
     * @throws WorkerException if it does not come so far
     */
    static RunningWorker start(WorkerLaunch launch, Duration limit)
            throws IOException, WorkerException, InterruptedException {
        return new RunningWorker(launch.jvm(), ConnectedJvm.connected(launch.worker(), limit));
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
        FailureReport report = new FailureReport(launch.worker(), jvm.natives());
        report.connected();
        jvm.output().begin(launch.log());
        worker.send(launch.request());
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
        Optional<Event> next = worker.next(Event.class);
        while (next.isPresent()) {
            Event event = next.get();
            report.heard(event);
            listener.hear(event);
            if (event instanceof Event.Finished || event instanceof Event.Failed) {
                return next;
            }
            next = worker.next(Event.class);
        }
        return next;
    }

    /** Ends it. */
    @Override
    public void close() throws IOException {
        worker.close();
    }
}
