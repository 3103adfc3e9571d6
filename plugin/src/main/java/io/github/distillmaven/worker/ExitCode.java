package io.github.distillmaven.worker;

import java.util.Arrays;
import java.util.Optional;

/**
 * The exit codes that a worker chooses itself. They keep clear of those of the JVM (1 to 3), of signals (128 and above)
 * and of signal numbers.
 */
public enum ExitCode {
    /** 0: the request is fulfilled. */
    FINISHED(0),
    /** 40: {@link FailureKind#BAD_INPUT}. */
    BAD_INPUT(40),
    /** 41: {@link FailureKind#OUT_OF_MEMORY}. */
    OUT_OF_MEMORY(41),
    /** 42: {@link FailureKind#NO_RUNTIME}. */
    NO_RUNTIME(42),
    /** 43: {@link FailureKind#DIVERGED}. */
    DIVERGED(43),
    /** 44: {@link FailureKind#CANNOT_WRITE}. */
    CANNOT_WRITE(44),
    /** 45: {@link FailureKind#INTERNAL}. */
    INTERNAL(45),
    /** 46: {@link FailureKind#NO_THREADS}. */
    NO_THREADS(46),
    /** 50: the request file could not be read, or the build not be reached. */
    NOT_STARTED(50),
    /** 51: the build went away while the worker was at work. */
    BUILD_GONE(51);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** What the operating system sees, in 0..127. */
    public int number() {
        return number;
    }

    /** The code of a worker that sent {@link Event.Failed} with this kind. */
    public static ExitCode of(FailureKind kind) {
        return switch (kind) {
            case BAD_INPUT -> BAD_INPUT;
            case OUT_OF_MEMORY -> OUT_OF_MEMORY;
            case NO_RUNTIME -> NO_RUNTIME;
            case DIVERGED -> DIVERGED;
            case CANNOT_WRITE -> CANNOT_WRITE;
            case INTERNAL -> INTERNAL;
            case NO_THREADS -> NO_THREADS;
        };
    }

    /** The code with this number, if a worker chooses it. */
    public static Optional<ExitCode> of(int number) {
        return Arrays.stream(values()).filter(code -> code.number == number).findFirst();
    }
}
