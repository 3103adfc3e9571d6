package io.github.distillmaven.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailureClassifierTest {

    private final Path output = Path.of("teacher").toAbsolutePath();
    private final FailureClassifier classifier = new FailureClassifier(output);

    @Test
    void aNamedFailureKeepsItsWords() {
        assertThat(classifier.classify(new WorkerFailure(FailureKind.DIVERGED, "what", "try")))
                .isEqualTo(new Event.Failed(FailureKind.DIVERGED, "what", "try"));
    }

    @Test
    void aCauseCountsThroughItsWrappers() {
        Exception failure = new ExecutionException(new UncheckedIOException(
                new NoSuchFileException(Path.of("/data/labels").toString())));

        assertThat(classifier.classify(failure))
                .isEqualTo(new Event.Failed(
                        FailureKind.BAD_INPUT,
                        "cannot read " + Path.of("/data/labels") + ": there is no such file or folder",
                        ""));
    }

    @Test
    void whatFailsBelowTheOutputFolderIsAFailureToWrite() {
        Path file = output.resolve("model");

        assertThat(classifier.classify(new AccessDeniedException(file.toString())))
                .isEqualTo(new Event.Failed(
                        FailureKind.CANNOT_WRITE,
                        "cannot write " + file + ": access denied",
                        "check who may write there"));
    }

    @Test
    void aFullDiskIsAFailureToWrite() {
        assertThat(classifier.classify(new IOException("No space left on device")))
                .isEqualTo(new Event.Failed(
                        FailureKind.CANNOT_WRITE, "the disk of " + output + " is full", "free some space there"));
    }

    @Test
    void anIoFailureWithoutAFileSpeaksForItself() {
        assertThat(classifier.classify(new IOException("images: the magic number is 17, not 2051")))
                .isEqualTo(new Event.Failed(FailureKind.BAD_INPUT, "images: the magic number is 17, not 2051", ""));
    }

    @Test
    void memoryThatNativeCodeCouldNotGetIsNotBlamedOnTheHeap() {
        assertThat(classifier.classify(new RuntimeException("std::bad_alloc")))
                .isEqualTo(
                        new Event.Failed(
                                FailureKind.OUT_OF_MEMORY,
                                "the machine had no memory left for TensorFlow (std::bad_alloc)",
                                "end other programs or lower the batch size; a large Java heap (-Xmx) takes from the same memory"));
    }

    @Test
    void aMissingNativeLibraryIsNoInternalError() {
        Event.Failed expected = new Event.Failed(
                FailureKind.NO_RUNTIME,
                "the native library of TensorFlow could not be loaded: libstdc++.so.6: cannot open shared object file",
                "see the log for the system library that is missing; slim Linux images often lack libstdc++6");

        assertThat(classifier.classify(new ExceptionInInitializerError(
                        new UnsatisfiedLinkError("libstdc++.so.6: cannot open shared object file"))))
                .isEqualTo(expected);
    }

    @Test
    void aClassOfTheRuntimeThatCouldNotInitialiseIsNoInternalError() {
        assertThat(classifier
                        .classify(new NoClassDefFoundError("Could not initialize class org.tensorflow.TensorFlow"))
                        .kind())
                .isEqualTo(FailureKind.NO_RUNTIME);
    }

    @Test
    void anythingElseIsInternal() {
        assertThat(classifier.classify(new NoClassDefFoundError("io/github/distillmaven/Missing")))
                .isEqualTo(new Event.Failed(
                        FailureKind.INTERNAL,
                        "java.lang.NoClassDefFoundError: io/github/distillmaven/Missing",
                        "see the stack trace in the log"));
    }
}
