package io.github.distillmaven.worker.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.github.distillmaven.worker.WorkerException;

/** The process of a worker, with what is kept for it as long as it lives. */
final class ForkedJvm implements AutoCloseable {

    /** Name of the file that a JVM writes when native code crashes, by process id. */
    static final String REPORT = "hs_err_pid%s.log";

    private final Process process;
    private final WorkerGuard guard;
    private final WorkerOutput output;
    private final LaunchFiles files;
    private final Path report;

    private ForkedJvm(Process process, WorkerGuard guard, WorkerOutput output, LaunchFiles files, Path report) {
        this.process = process;
        this.guard = guard;
        this.output = output;
        this.files = files;
        this.report = report;
    }

    /** Starts it. What it prints goes to the log of the launch. */
    static ForkedJvm start(JvmLaunch launch, WorkerServer server) throws IOException, WorkerException {
        WorkerJvm jvm = launch.jvm();
        Files.createDirectories(launch.folder());
        LaunchFiles files = LaunchFiles.write(launch, server);
        Process started = null;
        try {
            ProcessBuilder builder = new ProcessBuilder(jvm.java().toString(), "@" + files.argumentFile())
                    .directory(launch.folder().toFile())
                    .redirectErrorStream(true);
            builder.environment()
                    .keySet()
                    .removeIf(variable -> jvm.foreign().stream().anyMatch(variable::startsWith));
            builder.environment().putAll(jvm.environment());
            started = builder.start();
            started.getOutputStream().close();
            WorkerOutput output = new WorkerOutput(
                    started.getInputStream(), server.assignment().mark(), launch.log());
            return new ForkedJvm(
                    started,
                    WorkerGuard.over(started),
                    output,
                    files,
                    launch.folder().resolve(REPORT.formatted(started.pid())));
        } catch (IOException | RuntimeException e) {
            if (started != null) {
                started.destroyForcibly();
            }
            files.close();
            throw e;
        }
    }

    WorkerOutput output() {
        return output;
    }

    /** Where it unpacks native libraries to. */
    Path natives() {
        return files.natives();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** It has read what it was started from: nobody else need see that. */
    void connected() {
        files.discard();
    }

    /**
     * Waits for its end, and for the last that it printed.
     *
     * @return its exit code; empty if it is still there
     */
    Optional<Integer> end(Duration limit) throws IOException, InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        output.close();
        return Optional.of(process.exitValue());
    }

    /**
     * What it wrote when native code crashed, if it did.
     *
     * @param folder that it is put into
     */
    Optional<Path> crashReport(Path folder) throws IOException {
        Path kept = folder.resolve(report.getFileName());
        return Files.exists(report) ? Optional.of(Files.move(report, kept)) : Optional.empty();
    }

    /** Ends it at once, if it has not ended. */
    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        guard.close();
        output.close();
        files.close();
    }
}
