package io.github.distillmaven.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A build that runs as a process of its own, so that it can be killed, or several at once. */
final class RunningBuild {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final Path log;
    private final Path folder;

    /**
     * @param process Maven, or a script that runs it
     * @param log file that its output goes to
     * @param folder of the project
     */
    RunningBuild(Process process, Path log, Path folder) {
        this.process = process;
        this.log = log;
        this.folder = folder;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the end of the build. */
    Build await() throws InterruptedException {
        if (!endsWithin(PATIENCE)) {
            kill();
            throw new AssertionError("a build did not end within " + PATIENCE + ":\n" + String.join("\n", lines()));
        }
        return new Build(process.exitValue(), lines(), folder);
    }

    /** Waits for the end of the build, but no longer than this; whether it came. */
    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Ends the build as {@code kill -9} does: the script and Maven's JVM, wherever they are by now. The worker is left
     * alone, for it has to end by itself.
     */
    void kill() throws InterruptedException {
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .filter(one -> !Workers.isWorker(one))
                .forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    /** Ends the build as Ctrl-C does, which all processes of a terminal's job hear. */
    void interrupt() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-INT"));
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .forEach(one -> command.add(Long.toString(one.pid())));
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** What the build has written so far; a kill may have cut off the last line. */
    List<String> lines() {
        try {
            return new String(Files.readAllBytes(log), Charset.defaultCharset())
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
