package io.github.distillmaven.worker.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.ExitCode;
import io.github.distillmaven.worker.ExitMeaning;
import io.github.distillmaven.worker.LogTail;
import io.github.distillmaven.worker.WorkerException;
import io.github.distillmaven.worker.WorkerLostException;

/** Puts together what a user is told about a JVM that did not do what it was started for. */
final class FailureReport {

    /** Signals 9 and 15, and a build that has gone. */
    private static final Set<Integer> ENDED_FROM_OUTSIDE = Set.of(137, 143, ExitCode.BUILD_GONE.number());

    private final JvmLaunch launch;
    private final Path natives;
    private String progress = "before it reached the build";

    /** @param natives where the worker's native libraries are unpacked to */
    FailureReport(JvmLaunch launch, Path natives) {
        this.launch = launch;
        this.natives = natives;
    }

    /** The worker has come as far as connecting to the build. */
    void connected() {
        progress = "before its first sign of progress";
    }

    /** It was connected, and reports no progress of its own. */
    void atWork() {
        progress = "while the build used it";
    }

    /** Remembers how far the worker has come. */
    void heard(Event event) {
        if (event instanceof Event.Progress at) {
            progress = at.epoch() > 0
                    ? "in epoch %s of %s".formatted(at.epoch(), at.epochs())
                    : "in its phase '%s'".formatted(at.phase());
        } else if (event instanceof Event.Resumed at) {
            progress = "in epoch %s of %s".formatted(at.epoch(), at.epochs());
        }
    }

    /** The worker said itself why it gave up. */
    WorkerException failed(Event.Failed failed) {
        String hint = failed.hint().isEmpty() ? "" : "Try: " + failed.hint() + ".\n";
        return new WorkerException(
                "%s: %s.\n%sLog: %s".formatted(launch.label(), failed.message(), hint, launch.log()));
    }

    /**
     * The worker ended without a word.
     *
     * @param jvmReport what its JVM wrote of a crash of native code, if it did
     */
    WorkerException ended(int exitCode, Optional<Path> jvmReport) {
        LogTail tail = LogTail.read(launch.log());
        ExitMeaning meaning = ExitMeaning.of(exitCode, jvmReport.isPresent(), tail, natives);
        String text = text(
                "the %s ended %s.\nExit code %s: %s.\nTry: %s."
                        .formatted(launch.role(), progress, exitCode, meaning.meaning(), meaning.hint()),
                jvmReport);
        return ENDED_FROM_OUTSIDE.contains(exitCode) ? new WorkerLostException(text) : new WorkerException(text);
    }

    /** The worker lives but has not connected. */
    WorkerException silent(Duration limit) {
        String hint = launch.jvm().arguments().stream().anyMatch(FailureReport::waitsForDebugger)
                ? "attach the debugger sooner, or set suspend=n in <jvmArguments>: its JVM waits for one before it runs"
                : "see that the machine is not overloaded, and that programs on it may connect to 127.0.0.1";
        return report(
                "the %s did not connect within %s s.\nTry: %s.".formatted(launch.role(), limit.toSeconds(), hint),
                Optional.empty());
    }

    /** The debugger's agent waits unless it is told not to. */
    private static boolean waitsForDebugger(String argument) {
        return (argument.startsWith("-agentlib:jdwp") || argument.startsWith("-Xrunjdwp"))
                && !argument.contains("suspend=n");
    }

    /** The worker lives but has closed its connection. */
    WorkerException hanging(Duration limit) {
        return report(
                "the %s closed its connection %s and was still there %s s later.\nTry: run it again."
                        .formatted(launch.role(), progress, limit.toSeconds()),
                Optional.empty());
    }

    private WorkerException report(String text, Optional<Path> jvmReport) {
        return new WorkerException(text(text, jvmReport));
    }

    private String text(String text, Optional<Path> jvmReport) {
        LogTail tail = LogTail.read(launch.log());
        String jvm = jvmReport
                .map(file -> "The JVM's own report of the crash: " + file + "\n")
                .orElse("");
        String log = tail.lines().isEmpty()
                ? "The log " + launch.log() + " is empty."
                : tail.lines().stream()
                        .collect(Collectors.joining("\n    ", "The log " + launch.log() + " ends with:\n    ", ""));
        return launch.label() + ": " + text + "\n" + jvm + log;
    }
}
