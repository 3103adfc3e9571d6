package io.github.distillmaven.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogTailTest {

    @TempDir
    Path folder;

    @Test
    void onlyTheLastLinesAreKept() throws IOException {
        String hundredLines =
                IntStream.rangeClosed(1, 100).mapToObj(Integer::toString).collect(Collectors.joining("\n"));

        // 20 lines of 100.
        assertThat(tail(hundredLines).lines()).hasSize(20).startsWith("81").endsWith("100");
    }

    @Test
    void coloursAndControlCharactersAreRemoved() throws IOException {
        assertThat(tail("\u001B[31mred\u001B[0m\tand\u0007 bell\r\n\u202Eturned\n")
                        .lines())
                .containsExactly("red and bell", "turned");
    }

    @Test
    void aBarThatWasDrawnOverItselfComesApart() throws IOException {
        assertThat(tail("10 %\r20 %\r30 %").lines()).containsExactly("10 %", "20 %", "30 %");
    }

    @Test
    void noLineIsACommandToACiServer() throws IOException {
        assertThat(tail("::error::a\nb ##[error]c").lines()).containsExactly(": :error::a", "b # #[error]c");
    }

    @Test
    void aLongLineIsCut() throws IOException {
        assertThat(tail("x".repeat(201)).lines()).containsExactly("x".repeat(200) + "...");
    }

    @Test
    void theBeginningOfALargeLogIsNotRead() throws IOException {
        assertThat(tail("x\n".repeat(1_000_000) + "end").lines()).hasSize(20).endsWith("end");
    }

    @Test
    void bytesThatAreNotTextDoNoHarm() throws IOException {
        Path log = folder.resolve("worker.log");
        Files.write(log, new byte[] {'o', 'k', (byte) 0xFF, 0});

        assertThat(LogTail.read(log).lines()).containsExactly("ok\uFFFD");
    }

    @Test
    void aLogThatIsNotThereHasNoLines() {
        assertThat(LogTail.read(folder.resolve("no.log")).lines()).isEmpty();
    }

    private LogTail tail(String text) throws IOException {
        return LogTail.read(Files.writeString(folder.resolve("worker.log"), text));
    }
}
