package io.github.distillmaven.worker.launch;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.ExitCode;
import io.github.distillmaven.worker.WorkerException;

/** Starts a worker, follows its events and waits for its end. Has no state: one launcher serves any number of threads. */
public final class WorkerLauncher {

    private final Duration startLimit;
    private final Duration endLimit;

    /** A launcher with limits that only a worker that hangs can reach. */
    public WorkerLauncher() {
        this(Duration.ofMinutes(2), Duration.ofSeconds(30));
    }

    /**
     * @param startLimit from the start of the process to its connection
     * @param endLimit from its last event to its exit
     */
    WorkerLauncher(Duration startLimit, Duration endLimit) {
        this.startLimit = startLimit;
        this.endLimit = endLimit;
    }

    /**
     * Runs a worker to its end. However this method ends, the worker's process has ended before.
     *
     * @param launch what is started
     * @param listener hears every event, in order, in the calling thread
     * @throws WorkerException if the worker could not be started, failed or crashed, or the listener wants no more of it; the
     *     message tells the user why
     * @throws InterruptedException if the calling thread was interrupted; the worker is killed
     */
    public void run(WorkerLaunch launch, WorkerListener listener) throws WorkerException, InterruptedException {
        JavaInstallation.of(launch.java()).requireSupported();
        new ClasspathCheck().require(launch.classpath());
        try (WorkerServer server = WorkerServer.open();
                LaunchFiles files = LaunchFiles.write(launch, server)) {
            Process process = start(launch, files);
            try (WorkerGuard guard = WorkerGuard.over(process)) {
                follow(process, server, new FailureReport(launch, process.pid(), files.natives()), listener);
            } finally {
                process.destroyForcibly().onExit().join();
            }
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException(launch.label() + " was interrupted");
            }
            throw new StartFailure(launch, e).explained();
        }
    }

    private static Process start(WorkerLaunch launch, LaunchFiles files) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(launch.java().toString(), "@" + files.argumentFile())
                .directory(launch.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(launch.log().toFile());
        builder.environment()
                .keySet()
                .removeIf(variable -> launch.foreign().stream().anyMatch(variable::startsWith));
        builder.environment().putAll(launch.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private void follow(Process process, WorkerServer server, FailureReport report, WorkerListener listener)
            throws IOException, WorkerException, InterruptedException {
        Optional<WorkerConnection> connection = server.accept(process::isAlive, startLimit);
        if (connection.isEmpty()) {
            throw process.isAlive() ? report.silent(startLimit) : report.ended(process.exitValue());
        }
        try (WorkerConnection worker = connection.get()) {
            server.close();
            report.connected();
            Optional<Event> last = hear(worker, report, listener);
            if (!process.waitFor(endLimit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw report.hanging(endLimit);
            }
            if (last.isPresent() && last.get() instanceof Event.Failed failed) {
                throw report.failed(failed);
            }
            if (last.isEmpty() || process.exitValue() != ExitCode.FINISHED.number()) {
                throw report.ended(process.exitValue());
            }
        }
    }

    /** Passes events on; returns the one that ends the work, or nothing if the worker broke off. */
    private static Optional<Event> hear(WorkerConnection worker, FailureReport report, WorkerListener listener)
            throws WorkerException, InterruptedException {
        Optional<Event> next = worker.next();
        while (next.isPresent()) {
            Event event = next.get();
            report.heard(event);
            listener.hear(event);
            if (event instanceof Event.Finished || event instanceof Event.Failed) {
                return next;
            }
            next = worker.next();
        }
        return next;
    }
}
