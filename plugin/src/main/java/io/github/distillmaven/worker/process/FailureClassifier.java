package io.github.distillmaven.worker.process;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import io.github.distillmaven.disk.DiskFailure;
import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.ExitMeaning;
import io.github.distillmaven.worker.FailureKind;

/** Turns whatever ended a task into an event that a user understands. */
final class FailureClassifier {

    private static final String MORE_HEAP =
            "give the worker a larger Java heap, for example with -Ddistill.jvmArguments=-Xmx4g";

    private final Path output;
    private final String natives;

    /**
     * @param output where the task was to write: what fails there is a failure to write
     * @param natives the folder that native libraries are unpacked to
     */
    FailureClassifier(Path output, String natives) {
        this.output = output.toAbsolutePath();
        this.natives = natives;
    }

    /** The first cause that is understood names the failure. */
    Event.Failed classify(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<Event.Failed> known = known(cause, failure);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return new Event.Failed(FailureKind.INTERNAL, failure.toString(), "see the stack trace in the log");
    }

    private Optional<Event.Failed> known(Throwable cause, Throwable failure) {
        if (cause instanceof WorkerFailure named) {
            return Optional.of(new Event.Failed(named.kind(), named.getMessage(), named.hint()));
        }
        if (cause instanceof OutOfMemoryError) {
            return Optional.of(outOfMemory(cause));
        }
        if (isNativeMemory(cause)) {
            return Optional.of(new Event.Failed(
                    FailureKind.OUT_OF_MEMORY,
                    "the machine had no memory left for TensorFlow (" + cause.getMessage() + ")",
                    "end other programs or lower the batch size; a large Java heap (-Xmx) takes from the same memory"));
        }
        if (isNatives(cause)) {
            return Optional.of(natives(failure));
        }
        if (cause instanceof IOException io) {
            return Optional.of(ioFailure(io));
        }
        return Optional.empty();
    }

    private Event.Failed natives(Throwable thrown) {
        NativesFailure failure = new NativesFailure(thrown, natives);
        if (failure.isDamage()) {
            try {
                new UnpackedNatives(Path.of(natives)).delete();
            } catch (IOException e) {
                return new Event.Failed(
                        FailureKind.NO_RUNTIME,
                        "the native libraries of TensorFlow in " + natives + " were unpacked in part only",
                        "delete that folder and run it again");
            }
        }
        return failure.event();
    }

    /** A thread that the system refuses is reported like a full heap, with which it has nothing to do. */
    static boolean isOfThreads(Throwable error) {
        return String.valueOf(error.getMessage()).contains("native thread");
    }

    private static Event.Failed outOfMemory(Throwable error) {
        if (isOfThreads(error)) {
            return new Event.Failed(
                    FailureKind.NO_THREADS,
                    "the system let the worker start no more threads",
                    ExitMeaning.MORE_THREADS);
        }
        long megabytes = Runtime.getRuntime().maxMemory() / (1024 * 1024);
        return new Event.Failed(
                FailureKind.OUT_OF_MEMORY,
                "the worker ran out of memory, with a Java heap of at most %s MB (%s)"
                        .formatted(megabytes, error.getMessage()),
                MORE_HEAP);
    }

    /** JavaCPP throws a RuntimeException with the text of the C++ exception. */
    private static boolean isNativeMemory(Throwable cause) {
        return cause instanceof RuntimeException
                && cause.getMessage() != null
                && cause.getMessage().contains("bad_alloc");
    }

    private static boolean isNatives(Throwable cause) {
        return cause instanceof UnsatisfiedLinkError
                || cause instanceof NoClassDefFoundError
                        && cause.getMessage() != null
                        && cause.getMessage().matches("(?s).*org[./](tensorflow|bytedeco)[./].*");
    }

    private Event.Failed ioFailure(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        Optional<DiskFailure> disk = DiskFailure.of(failure);
        if (disk.isPresent()) {
            return new Event.Failed(
                    FailureKind.CANNOT_WRITE,
                    "the disk of " + output + " " + disk.get().state(),
                    disk.get().hint());
        }
        if (failure instanceof FileSystemException file && file.getFile() != null) {
            return Path.of(file.getFile()).toAbsolutePath().startsWith(output)
                    ? new Event.Failed(
                            FailureKind.CANNOT_WRITE, "cannot write " + reason(file), "check who may write there")
                    : new Event.Failed(FailureKind.BAD_INPUT, "cannot read " + reason(file), "");
        }
        return new Event.Failed(FailureKind.BAD_INPUT, message, "");
    }

    private static String reason(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return failure.getFile() + ": there is no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return failure.getFile() + ": access denied";
        }
        return String.valueOf(failure.getMessage());
    }
}
