package io.github.distillmaven.worker;

/** Why a worker gave up. */
public enum FailureKind {
    /** A file it was given cannot be read, or does not hold what it should. */
    BAD_INPUT,
    /** Memory of the Java heap or of TensorFlow ran out. */
    OUT_OF_MEMORY,
    /** The system let it start no more threads. */
    NO_THREADS,
    /** The native library of TensorFlow could not be loaded. */
    NO_RUNTIME,
    /** The loss became infinite or not a number. */
    DIVERGED,
    /** A file could not be written. */
    CANNOT_WRITE,
    /** Anything else. */
    INTERNAL
}
