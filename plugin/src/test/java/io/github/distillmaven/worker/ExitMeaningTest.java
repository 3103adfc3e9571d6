package io.github.distillmaven.worker;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExitMeaningTest {

    private static final LogTail SILENT = new LogTail(List.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0   | it ended as if all were well, but did not say that it had finished
            1   | the JVM could not start, or gave up
            7   | it has no known meaning
            11  | native code crashed (signal 11)
            40  | it gave up (BAD_INPUT) but could not say so
            41  | it ran out of Java heap
            50  | it could not read its request, or not connect to the build
            51  | it lost its connection to the build
            130 | it was ended by signal 2
            134 | native code aborted (signal 6)
            137 | it was killed (signal 9), most likely by the system because memory ran out, or by hand
            139 | native code crashed (signal 11)
            143 | it was told to end (signal 15), by hand or by a system that shuts down
            """)
    void everyExitCodeHasAMeaning(int exitCode, String meaning) {
        assertThat(ExitMeaning.of(exitCode, false, SILENT).meaning()).isEqualTo(meaning);
    }

    @Test
    void anAbortForLackOfMemoryIsToldApartByTheLog() {
        LogTail log = new LogTail(List.of("terminate called after throwing an instance of 'std::bad_alloc'"));

        assertThat(ExitMeaning.of(134, false, log).meaning())
                .isEqualTo("the machine had no memory left for native code");
    }

    @Test
    void aReportOfTheJvmMeansACrashWhateverTheExitCode() {
        assertThat(ExitMeaning.of(1, true, SILENT).meaning()).isEqualTo("native code crashed");
    }

    @Test
    void aReportOfTheJvmAboutMemoryIsNoCrash() {
        LogTail log =
                new LogTail(List.of("# There is insufficient memory for the Java Runtime Environment to continue."));

        assertThat(ExitMeaning.of(1, true, log).meaning())
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
