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
    void ofAStackTraceItsMessagesAreKeptAndFewFrames() throws IOException {
        String frames = IntStream.rangeClosed(1, 100)
                .mapToObj(line -> "\tat org.example.Main.run(Main.java:" + line + ")\n")
                .collect(Collectors.joining());

        assertThat(tail("Exception in thread \"main\" java.lang.Error: first\n" + frames
                                + "Caused by: java.lang.Error: second\n" + frames)
                        .lines())
                .containsExactly(
                        "Exception in thread \"main\" java.lang.Error: first",
                        " at org.example.Main.run(Main.java:1)",
                        " at org.example.Main.run(Main.java:2)",
                        " at org.example.Main.run(Main.java:3)",
                        "Caused by: java.lang.Error: second",
                        " at org.example.Main.run(Main.java:1)",
                        " at org.example.Main.run(Main.java:2)",
                        " at org.example.Main.run(Main.java:3)");
    }

    @Test
    void theLineOfAnErrorIsKeptThoughMuchCameAfterIt() throws IOException {
        String chatter =
                IntStream.rangeClosed(1, 100).mapToObj(Integer::toString).collect(Collectors.joining("\n"));

        assertThat(tail("2026-11-01 10:00:00.000000: F tensorflow/env.cc:74] Check failed: ret == 0\n" + chatter)
                        .lines())
                .hasSize(20)
                .startsWith("2026-11-01 10:00:00.000000: F tensorflow/env.cc:74] Check failed: ret == 0", "...", "83")
                .endsWith("100");
    }

    @Test
    void coloursAndControlCharactersAreRemoved() throws IOException {
        assertThat(tail("\u001B[31mred\u001B[0m\tand\u0007 bell\r\n\u202Eturned\n")
                        .lines())
                .containsExactly("red and bell", "turned");
    }

    @Test
    void aBarThatWasDrawnOverItselfComesApart() throws IOException {
        assertThat(tail("10%\r20%\r30%").lines()).containsExactly("10%", "20%", "30%");
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
