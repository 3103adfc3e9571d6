package io.github.distillmaven.worker.launch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;

import io.github.distillmaven.disk.DiskFailure;
import io.github.distillmaven.worker.ExitMeaning;
import io.github.distillmaven.worker.WorkerException;

/** Why a worker's process could not be started, and what to do. */
record StartFailure(JvmLaunch launch, IOException cause) {

    private static final String NO_MORE_PROCESSES = "error=11,";
    private static final String NO_MEMORY = "error=12,";

    WorkerException explained() {
        String text = String.valueOf(cause.getMessage());
        String reason = DiskFailure.of(cause)
                .map(disk -> "the disk of %s %s".formatted(launch.folder(), disk.state()))
                .orElse(cause instanceof AccessDeniedException denied ? denied.getFile() + ": access denied" : text);
        return new WorkerException(
                "%s: the %s could not be started: %s\nTry: %s."
                        .formatted(launch.label(), launch.role(), reason, hint(text)),
                cause);
    }

    private String hint(String text) {
        if (text.contains(NO_MORE_PROCESSES)) {
            return ExitMeaning.MORE_THREADS;
        }
        if (text.contains(NO_MEMORY)) {
            return "end other programs, or give the machine or container more memory";
        }
        if (text.contains("Too many open files")) {
            return "raise the limit on open files (ulimit -n)";
        }
        return DiskFailure.of(cause)
                .map(DiskFailure::hint)
                .orElseGet(() -> Files.isExecutable(launch.jvm().java()) && !(cause instanceof NotDirectoryException)
                        ? "check that the folder %s can be written to, and that %s is a Java program"
                                .formatted(launch.folder(), launch.jvm().java())
                        : "check that %s is a Java program and that the folder %s can be written to"
                                .formatted(launch.jvm().java(), launch.folder()));
    }
}
