package io.github.distillmaven.worker.launch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What a worker prints")
class WorkerOutputTest {

    private static final byte[] MARK = {0, 7, '\n'};

    @TempDir
    private Path folder;

    @DisplayName("is kept from the first word on, also of a JVM that has ended before anyone reads")
    @Test
    void ended() throws IOException {
        Path log = folder.resolve("worker.log");

        new WorkerOutput(new ByteArrayInputStream(bytes("Invalid maximum heap size\n")), MARK, log).close();

        assertThat(log).hasContent("Invalid maximum heap size\n");
    }

    @DisplayName("goes to the log of the request that it is at, without the mark between two")
    @Test
    void requests() throws IOException, InterruptedException {
        Path first = folder.resolve("first.log");
        Path second = folder.resolve("second.log");
        try (PipedOutputStream worker = new PipedOutputStream();
                WorkerOutput output = new WorkerOutput(new PipedInputStream(worker), MARK, first)) {
            worker.write(bytes("of the first"));
            worker.write(MARK);
            worker.flush();
            output.end();
            output.begin(second);
            worker.write(bytes("of the second"));
            worker.close();
        }

        assertThat(first).hasBinaryContent(bytes("of the first"));
        assertThat(second).hasBinaryContent(bytes("of the second"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
