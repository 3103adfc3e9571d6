package io.github.distillmaven.worker.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.FailureKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailureClassifierTest {

    private final Path output = Path.of("teacher").toAbsolutePath();
    private final FailureClassifier classifier = new FailureClassifier(output, "/home/me/.javacpp/cache");

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
        assertThat(classifier.classify(new ExceptionInInitializerError(
                        new UnsatisfiedLinkError("libstdc++.so.6: cannot open shared object file"))))
                .isEqualTo(
                        new Event.Failed(
                                FailureKind.NO_RUNTIME,
                                "TensorFlow needs the system library libstdc++.so.6, which is missing",
                                "install it: in Debian and Ubuntu with apt-get install libstdc++6, in Fedora with dnf install libstdc++"));
    }

    @Test
    void aThreadThatTheSystemRefusesIsNotBlamedOnTheHeap() {
        assertThat(classifier.classify(new OutOfMemoryError(
                        "unable to create native thread: possibly out of memory or process/resource limits reached")))
                .isEqualTo(
                        new Event.Failed(
                                FailureKind.NO_THREADS,
                                "the system let the worker start no more threads",
                                "raise the limit on processes and threads (ulimit -u, or the container's --pids-limit), or lower -Ddistill.threads and -Ddistill.workers"));
    }

    @Test
    void aDiskThatIsReadOnlyIsAFailureToWrite() {
        assertThat(classifier.classify(new FileSystemException("model", null, "Read-only file system")))
                .isEqualTo(new Event.Failed(
                        FailureKind.CANNOT_WRITE,
                        "the disk of " + output + " is read-only",
                        "use a folder that can be written to"));
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
