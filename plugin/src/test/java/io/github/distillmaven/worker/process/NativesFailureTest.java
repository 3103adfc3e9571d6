package io.github.distillmaven.worker.process;

import java.io.IOException;
import java.util.zip.ZipException;

import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.FailureKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A native library that could not be loaded")
class NativesFailureTest {

    private static final String FOLDER = "/home/me/.javacpp/cache";
    private static final String LIBRARY = FOLDER + "/x.jar/libtensorflow_cc.so.2: ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            failed to map segment from shared object: Operation not permitted | the native libraries of TensorFlow may not be executed in /home/me/.javacpp/cache: its disk is mounted with noexec, or a security policy forbids it | unpack them elsewhere, with -Dorg.bytedeco.javacpp.cachedir=<folder>
            libstdc++.so.6: cannot open shared object file: No such file or directory | TensorFlow needs the system library libstdc++.so.6, which is missing | install it: in Debian and Ubuntu with apt-get install libstdc++6, in Fedora with dnf install libstdc++
            libcudart.so.12: cannot open shared object file: No such file or directory | TensorFlow needs the system library libcudart.so.12, which is missing | install the CUDA and cuDNN that this runtime needs, or choose another one with -Ddistill.device
            libgomp.so.1: cannot open shared object file: No such file or directory | TensorFlow needs the system library libgomp.so.1, which is missing | install the package of this system that holds it
            Error loading shared library ld-linux-x86-64.so.2: No such file or directory (needed by x) | TensorFlow needs the system library ld-linux-x86-64.so.2, which is missing | run the build on a Linux with the GNU C library (Alpine has another one), for example in a Debian container
            /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.27' not found (required by x) | TensorFlow needs a newer C library than this system has (GLIBC_2.27 is missing) | run the build on a newer release of Linux, for example in a container
            /lib/x86_64-linux-gnu/libstdc++.so.6: version `GLIBCXX_3.4.29' not found (required by x) | TensorFlow needs a newer libstdc++.so.6 than this system has (GLIBCXX_3.4.29 is missing) | install a newer libstdc++6, or run the build on a newer release of Linux
            file too short | the native libraries of TensorFlow in /home/me/.javacpp/cache were unpacked in part only | run it again: they are deleted now, and unpacked anew
            invalid ELF header | the native libraries of TensorFlow in /home/me/.javacpp/cache were unpacked in part only | run it again: they are deleted now, and unpacked anew
            """)
    void isExplainedByTheCauseThatHasTheReason(String reason, String message, String hint) {
        Throwable last = new UnsatisfiedLinkError("no jnitensorflow in java.library.path: /usr/lib");
        Throwable preload = new UnsatisfiedLinkError("no tensorflow_cc in java.library.path: /usr/lib");
        last.initCause(preload);
        preload.initCause(new UnsatisfiedLinkError(LIBRARY + reason));

        assertThat(new NativesFailure(last, FOLDER).event())
                .isEqualTo(new Event.Failed(FailureKind.NO_RUNTIME, message, hint));
    }

    @Test
    void namesTheDiskThatIsFull() {
        Throwable last = new UnsatisfiedLinkError("java.io.IOException: No space left on device");
        last.initCause(new IOException("No space left on device"));

        assertThat(new NativesFailure(last, FOLDER).event())
                .isEqualTo(
                        new Event.Failed(
                                FailureKind.NO_RUNTIME,
                                "the native libraries of TensorFlow could not be unpacked: the disk of /home/me/.javacpp/cache is full",
                                "free some space there, or unpack them elsewhere, with -Dorg.bytedeco.javacpp.cachedir=<folder>"));
    }

    @Test
    void isNotBlamedOnTheSystemWhenTheJarIsDamaged() {
        Throwable last = new UnsatisfiedLinkError("no jnitensorflow in java.library.path");
        last.initCause(new ZipException("invalid code lengths set"));

        assertThat(new NativesFailure(last, FOLDER).event())
                .isEqualTo(new Event.Failed(
                        FailureKind.NO_RUNTIME,
                        "the native libraries of TensorFlow could not be unpacked: their jar is damaged (invalid code lengths set)",
                        "delete the folder org/tensorflow in the local Maven repository, and run it again"));
    }

    @Test
    void isToldAsItIsWhenNobodyKnowsTheReason() {
        assertThat(new NativesFailure(new UnsatisfiedLinkError("no x in java.library.path"), FOLDER).event())
                .isEqualTo(new Event.Failed(
                        FailureKind.NO_RUNTIME,
                        "the native library of TensorFlow could not be loaded: no x in java.library.path",
                        "see the stack trace in the log"));
    }
}
