package io.github.distillmaven.worker;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExitMeaningTest {

    private static final LogTail SILENT = new LogTail(List.of());
    private static final Path NATIVES = Path.of("natives");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0   | it ended without an error, but did not report that it had finished
            1   | the JVM could not start, or gave up
            9   | it has no known meaning
            11  | native code crashed (signal 11)
            132 | it met an instruction that this processor does not have (signal 4)
            135 | a file that native code reads from is shorter than it should be (signal 7)
            152 | it used more processor time than it may (signal 24)
            153 | it wrote a larger file than it may (signal 25)
            40  | it gave up (BAD_INPUT) but could not say so
            41  | it ran out of Java heap
            46  | the system let it start no more threads
            50  | it could not read its request, or not connect to the build
            51  | it lost its connection to the build
            130 | it was ended by signal 2
            134 | native code aborted (signal 6)
            137 | it was killed (signal 9), most likely by the system because memory ran out, or by hand
            139 | native code crashed (signal 11)
            143 | it was told to end (signal 15), by hand or by a system that shuts down
            """)
    void everyExitCodeHasAMeaning(int exitCode, String meaning) {
        assertThat(ExitMeaning.of(exitCode, false, SILENT, NATIVES).meaning()).isEqualTo(meaning);
    }

    @Test
    void anAbortForLackOfMemoryIsToldApartByTheLog() {
        LogTail log = new LogTail(List.of("terminate called after throwing an instance of 'std::bad_alloc'"));

        assertThat(ExitMeaning.of(134, false, log, NATIVES).meaning())
                .isEqualTo("the machine had no memory left for native code");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [warning][os,thread] Failed to start thread "G1 Main Marker" - pthread_create failed (EAGAIN) | the system let it start no more threads | raise the limit on processes and threads (ulimit -u, or the container's --pids-limit), or lower -Ddistill.threads and -Ddistill.workers
            java.lang.OutOfMemoryError: unable to create native thread: possibly out of memory | the system let it start no more threads | raise the limit on processes and threads (ulimit -u, or the container's --pids-limit), or lower -Ddistill.threads and -Ddistill.workers
            F env.cc:74] Check failed: ret == 0 (11 vs. 0)Thread tf_pool creation via pthread_create() failed. | the system let it start no more threads | raise the limit on processes and threads (ulimit -u, or the container's --pids-limit), or lower -Ddistill.threads and -Ddistill.workers
            F cpu_feature_guard.cc:37] The TensorFlow library was compiled to use AVX instructions, but these aren't available on your machine. | TensorFlow needs instructions that this processor does not have | run the build on a processor with AVX; in a virtual machine, pass on what the processor of the host has
            java: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by java) | a program needs a newer C library than this system has | run the build on a newer release of Linux, for example in a container
            java.io.IOException: No space left on device | a disk that it writes to is full | free some space there
            """)
    void theLogTellsWhatNoExitCodeDoes(String line, String meaning, String hint) {
        assertThat(ExitMeaning.of(1, false, new LogTail(List.of(line)), NATIVES))
                .isEqualTo(new ExitMeaning(meaning, hint));
    }

    @Test
    void aReportOfTheJvmMeansACrashWhateverTheExitCode() {
        assertThat(ExitMeaning.of(1, true, SILENT, NATIVES).meaning()).isEqualTo("native code crashed");
    }

    @Test
    void aReportOfTheJvmAboutMemoryIsNoCrash() {
        LogTail log =
                new LogTail(List.of("# There is insufficient memory for the Java Runtime Environment to continue."));

        assertThat(ExitMeaning.of(1, true, log, NATIVES).meaning())
                .isEqualTo("the JVM could not get the memory that it was told to use");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfFailureHasAnExitCodeOfItsOwn(FailureKind kind) {
        ExitCode code = ExitCode.of(kind);

        assertThat(code.name()).isEqualTo(kind.name());
        assertThat(ExitCode.of(code.number())).contains(code);
    }
}
