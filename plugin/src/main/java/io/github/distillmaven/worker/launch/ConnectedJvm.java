package io.github.distillmaven.worker.launch;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import io.github.distillmaven.worker.WorkerException;

/** A forked JVM that has reached the build. */
public final class ConnectedJvm implements AutoCloseable {

    private final JvmLaunch launch;
    private final ForkedJvm jvm;
    private final WorkerConnection connection;

    private ConnectedJvm(JvmLaunch launch, ForkedJvm jvm, WorkerConnection connection) {
        this.launch = launch;
        this.jvm = jvm;
        this.connection = connection;
    }

    /**
     * Starts one.
     *
     * @param limit from the start of the process to its connection
     * @throws WorkerException if it does not come so far
     */
    public static ConnectedJvm start(JvmLaunch launch, Duration limit) throws WorkerException, InterruptedException {
        try {
            return connected(launch, limit);
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException(launch.label() + " was interrupted");
            }
            throw new StartFailure(launch, e).explained();
        }
    }

    static ConnectedJvm connected(JvmLaunch launch, Duration limit)
            throws IOException, WorkerException, InterruptedException {
        JavaInstallation.of(launch.jvm().java()).requireSupported();
        new ClasspathCheck().require(launch.jvm().classpath());
        try (WorkerServer server = WorkerServer.open()) {
            ForkedJvm jvm = ForkedJvm.start(launch, server);
            try {
                Optional<WorkerConnection> connection = server.accept(jvm::isAlive, limit);
                if (connection.isPresent()) {
                    jvm.connected();
                    return new ConnectedJvm(launch, jvm, connection.get());
                }
                Optional<Integer> exitCode = jvm.end(Duration.ZERO);
                FailureReport report = new FailureReport(launch, jvm.natives());
                throw exitCode.isPresent()
                        ? report.ended(
                                exitCode.get(),
                                jvm.crashReport(
                                        Objects.requireNonNull(launch.log().getParent())))
                        : report.silent(limit);
            } catch (IOException | WorkerException | InterruptedException | RuntimeException e) {
                jvm.close();
                throw e;
            }
        }
    }

    ForkedJvm jvm() {
        return jvm;
    }

    /** Whether its process is there. */
    public boolean isAlive() {
        return jvm.isAlive();
    }

    /** Sends it a message, a line of JSON. One that has gone does not hear it, which {@link #next} says. */
    public void send(Object message) {
        connection.send(message);
    }

    /**
     * Waits for its next message.
     *
     * @return empty when it has ended
     * @throws InterruptedException if the thread was interrupted
     */
    public <T> Optional<T> next(Class<T> type) throws InterruptedException {
        return connection.next(type);
    }

    /**
     * Why it is gone, after it was connected.
     *
     * @param limit for its end
     */
    public WorkerException ended(Duration limit) throws IOException, InterruptedException {
        FailureReport report = new FailureReport(launch, jvm.natives());
        report.atWork();
        Optional<Integer> exitCode = jvm.end(limit);
        return exitCode.isPresent()
                ? report.ended(
                        exitCode.get(),
                        jvm.crashReport(Objects.requireNonNull(launch.log().getParent())))
                : report.hanging(limit);
    }

    /**
     * Ends its connection, upon which it ends by itself, and kills it if it takes too long.
     *
     * @return its exit code; empty if it was killed
     */
    public Optional<Integer> end(Duration limit) throws IOException, InterruptedException {
        connection.close();
        try {
            return jvm.end(limit);
        } finally {
            jvm.close();
        }
    }

    /** Ends it at once. */
    @Override
    public void close() throws IOException {
        connection.close();
        jvm.close();
    }

    @Override
    public String toString() {
        return launch.label();
    }
}
