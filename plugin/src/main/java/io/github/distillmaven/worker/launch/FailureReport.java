package io.github.distillmaven.worker.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;

import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.ExitMeaning;
import io.github.distillmaven.worker.LogTail;
import io.github.distillmaven.worker.WorkerException;

/** Puts together what a user is told about a worker that did not fulfil its request. */
final class FailureReport {

    /** Name of the file that a JVM writes when native code crashes, by process id. */
    static final String JVM_REPORT = "hs_err_pid%s.log";

    private final WorkerLaunch launch;
    private final Path jvmReport;
    private final Path natives;
    private String progress = "before it reached the build";

    /** @param natives where the worker's native libraries are unpacked to */
    FailureReport(WorkerLaunch launch, long pid, Path natives) {
        this.launch = launch;
        this.natives = natives;
        this.jvmReport = launch.folder().resolve(JVM_REPORT.formatted(pid));
    }

    /** The worker has come as far as connecting to the build. */
    void connected() {
        progress = "before its first sign of progress";
    }

    /** Remembers how far the worker has come. */
    void heard(Event event) {
        if (event instanceof Event.Progress at) {
            progress = at.epoch() > 0
                    ? "in epoch %s of %s".formatted(at.epoch(), at.epochs())
                    : "in its phase '%s'".formatted(at.phase());
        } else if (event instanceof Event.Resumed at) {
            progress = "in epoch %s of %s".formatted(at.epoch(), at.epochs());
        } else if (event instanceof Event.Finished) {
            progress = "after it had finished";
        }
    }

    /** The worker said itself why it gave up. */
    WorkerException failed(Event.Failed failed) {
        String hint = failed.hint().isEmpty() ? "" : "Try: " + failed.hint() + ".\n";
        return new WorkerException(
                "%s: %s.\n%sLog: %s".formatted(launch.label(), failed.message(), hint, launch.log()));
    }

    /** The worker ended without a word. */
    WorkerException ended(int exitCode) {
        LogTail tail = LogTail.read(launch.log());
        ExitMeaning meaning = ExitMeaning.of(exitCode, Files.exists(jvmReport), tail, natives);
        return report(
                "the worker ended %s.\nExit code %s: %s.\nTry: %s."
                        .formatted(progress, exitCode, meaning.meaning(), meaning.hint()),
                tail);
    }

    /** The worker lives but has not connected. */
    WorkerException silent(Duration limit) {
        String hint = launch.jvmArguments().stream().anyMatch(FailureReport::waitsForDebugger)
                ? "attach the debugger sooner, or set suspend=n in <jvmArguments>: its JVM waits for one before it runs"
                : "see that the machine is not overloaded, and that programs on it may connect to 127.0.0.1";
        return report(
                "the worker did not connect within %s s.\nTry: %s.".formatted(limit.toSeconds(), hint),
                LogTail.read(launch.log()));
    }

    /** The debugger's agent waits unless it is told not to. */
    private static boolean waitsForDebugger(String argument) {
        return (argument.startsWith("-agentlib:jdwp") || argument.startsWith("-Xrunjdwp"))
                && !argument.contains("suspend=n");
    }

    /** The worker lives but has closed its connection. */
    WorkerException hanging(Duration limit) {
        return report(
                "the worker closed its connection %s and was still there %s s later.\nTry: run it again."
                        .formatted(progress, limit.toSeconds()),
                LogTail.read(launch.log()));
    }

    private WorkerException report(String text, LogTail tail) {
        String jvm = Files.exists(jvmReport) ? "The JVM's own report of the crash: " + jvmReport + "\n" : "";
        String log = tail.lines().isEmpty()
                ? "The log " + launch.log() + " is empty."
                : tail.lines().stream()
                        .collect(Collectors.joining("\n    ", "The log " + launch.log() + " ends with:\n    ", ""));
        return new WorkerException(launch.label() + ": " + text + "\n" + jvm + log);
    }
}
