package io.github.distillmaven.worker;

/**
 * What the exit code of a worker that crashed means. Codes above 128 are a signal's number plus 128, as
 * {@link Process#exitValue} gives them on Linux and macOS.
 *
 * @param meaning continues "Exit code 137: "
 * @param hint continues "Try: "
 */
record ExitMeaning(String meaning, String hint) {

    private static final String LOWER_HEAP =
            "give the Java heap less than the memory that is free, for example with -Ddistill.jvmArguments=-Xmx1g";
    private static final String LARGER_HEAP =
            "give the worker a larger Java heap, for example with -Ddistill.jvmArguments=-Xmx4g";
    private static final String LESS_MEMORY =
            "end other programs, give the machine or container more memory, or lower the batch size";
    private static final String FRESH_NATIVES =
            "delete the unpacked native libraries (.javacpp/cache in your home folder), one may be damaged, and run it again";
    private static final String SEE_LOG = "see the log for the cause";

    /**
     * @param exitCode of the worker's process
     * @param jvmReport whether the JVM left a report of a crash; its exit code then depends on its options
     * @param log may tell that memory ran out, which no exit code does
     */
    static ExitMeaning of(int exitCode, boolean jvmReport, LogTail log) {
        if (log.contains("bad_alloc")) {
            return new ExitMeaning("the machine had no memory left for native code", LESS_MEMORY);
        }
        if (log.contains("Could not reserve enough space") || log.contains("insufficient memory")) {
            return new ExitMeaning("the JVM could not get the memory that it was told to use", LOWER_HEAP);
        }
        if (jvmReport) {
            return new ExitMeaning("native code crashed", FRESH_NATIVES);
        }
        return switch (exitCode) {
            case 0 -> new ExitMeaning("it ended as if all were well, but did not say that it had finished", SEE_LOG);
            case 1 ->
                new ExitMeaning(
                        "the JVM could not start, or gave up",
                        "see the log, and check -Ddistill.jvmArguments if you set it");
            case 134 -> new ExitMeaning("native code aborted (signal 6)", FRESH_NATIVES);
            case 11, 139 -> new ExitMeaning("native code crashed (signal 11)", FRESH_NATIVES);
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
