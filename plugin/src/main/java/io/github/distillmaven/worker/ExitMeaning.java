package io.github.distillmaven.worker;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.github.distillmaven.disk.DiskFailure;

/**
 * What the exit code of a worker that crashed means. Codes above 128 are a signal's number plus 128, as
 * {@link Process#exitValue} gives them on Linux and macOS.
 *
 * @param meaning continues "Exit code 137: "
 * @param hint continues "Try: "
 */
public record ExitMeaning(String meaning, String hint) {

    private static final String LOWER_HEAP =
            "give the Java heap less than the memory that is free, for example with -Ddistill.jvmArguments=-Xmx1g";
    private static final String LARGER_HEAP =
            "give the worker a larger Java heap, for example with -Ddistill.jvmArguments=-Xmx4g";
    private static final String LESS_MEMORY =
            "end other programs, give the machine or container more memory, or lower the batch size";
    /** When the system grants no more of what a thread or process takes. */
    public static final String MORE_THREADS =
            "raise the limit on processes and threads (ulimit -u, or the container's --pids-limit), or lower -Ddistill.threads and -Ddistill.workers";

    private static final String OTHER_PROCESSOR =
            "run the build on a processor with AVX; in a virtual machine, pass on what the processor of the host has";
    private static final List<String> NO_THREADS = List.of(
            "pthread_create failed",
            "pthread_create() failed",
            "unable to create native thread",
            "Resource temporarily unavailable");
    private static final String SEE_LOG_AND_ARGUMENTS = "see the log, and check -Ddistill.jvmArguments if you set it";
    private static final String SEE_LOG = "see the log for the cause";

    /**
     * @param exitCode of the worker's process
     * @param jvmReport whether the JVM left a report of a crash; its exit code then depends on its options
     * @param log may tell what ran out, which no exit code does
     * @param natives where the native libraries were unpacked to
     */
    public static ExitMeaning of(int exitCode, boolean jvmReport, LogTail log, Path natives) {
        String freshNatives =
                "delete the unpacked native libraries in " + natives + ", one may be damaged, and run it again";
        if (NO_THREADS.stream().anyMatch(log::contains)) {
            return new ExitMeaning("the system let it start no more threads", MORE_THREADS);
        }
        if (log.contains("instructions, but these aren't available")) {
            return new ExitMeaning("TensorFlow needs instructions that this processor does not have", OTHER_PROCESSOR);
        }
        if (log.contains("version `GLIBC") || log.contains("version 'GLIBC")) {
            return new ExitMeaning(
                    "a program needs a newer C library than this system has",
                    "run the build on a newer release of Linux, for example in a container");
        }
        if (log.contains("bad_alloc")) {
            return new ExitMeaning("the machine had no memory left for native code", LESS_MEMORY);
        }
        if (log.contains("Could not reserve enough space") || log.contains("insufficient memory")) {
            return new ExitMeaning("the JVM could not get the memory that it was told to use", LOWER_HEAP);
        }
        if (jvmReport) {
            return new ExitMeaning("native code crashed", freshNatives);
        }
        Optional<DiskFailure> disk = log.lines().stream()
                .flatMap(line -> DiskFailure.in(line).stream())
                .findFirst();
        if (disk.isPresent()) {
            return new ExitMeaning(
                    "a disk that it writes to " + disk.get().state(), disk.get().hint());
        }
        return switch (exitCode) {
            case 0 ->
                new ExitMeaning(
                        "it ended without an error, but did not report that it had finished", SEE_LOG_AND_ARGUMENTS);
            case 1 -> new ExitMeaning("the JVM could not start, or gave up", SEE_LOG_AND_ARGUMENTS);
            case 132 ->
                new ExitMeaning("it met an instruction that this processor does not have (signal 4)", OTHER_PROCESSOR);
            case 135 ->
                new ExitMeaning(
                        "a file that native code reads from is shorter than it should be (signal 7)", freshNatives);
            case 152 ->
                new ExitMeaning("it used more processor time than it may (signal 24)", "raise the limit (ulimit -t)");
            case 153 ->
                new ExitMeaning(
                        "it wrote a larger file than it may (signal 25)",
                        "raise the limit on the size of files (ulimit -f)");
            case 134 -> new ExitMeaning("native code aborted (signal 6)", freshNatives);
            case 11, 139 -> new ExitMeaning("native code crashed (signal 11)", freshNatives);
            case 137 ->
                new ExitMeaning(
                        "it was killed (signal 9), most likely by the system because memory ran out, or by hand",
                        LESS_MEMORY);
            case 143 ->
                new ExitMeaning(
                        "it was told to end (signal 15), by hand or by a system that shuts down", "run it again");
            default -> ExitCode.of(exitCode).map(ExitMeaning::ownCode).orElseGet(() -> other(exitCode));
        };
    }

    private static ExitMeaning ownCode(ExitCode code) {
        return switch (code) {
            case OUT_OF_MEMORY -> new ExitMeaning("it ran out of Java heap", LARGER_HEAP);
            case NO_THREADS -> new ExitMeaning("the system let it start no more threads", MORE_THREADS);
            case NOT_STARTED ->
                new ExitMeaning(
                        "it could not read its request, or not connect to the build",
                        "see the log, and that programs on this machine may connect to 127.0.0.1");
            case BUILD_GONE -> new ExitMeaning("it lost its connection to the build", "run it again");
            default -> new ExitMeaning("it gave up (" + code + ") but could not say so", SEE_LOG);
        };
    }

    private static ExitMeaning other(int exitCode) {
        return exitCode > 128
                ? new ExitMeaning("it was ended by signal " + (exitCode - 128), "run it again")
                : new ExitMeaning("it has no known meaning", SEE_LOG);
    }
}
