package io.github.distillmaven.pipeline.engine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.experiment.run.JvmArguments;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The log of a worker, and the JVM's report beside it,")
class WorkerLogTest {

    @TempDir
    private Path folder;

    @Test
    void loseTheSecretsAndNothingElse() throws Exception {
        byte[] noText = {'<', (byte) 0xff, (byte) 0xc3, '>'};
        Path log = folder.resolve("worker.log");
        Files.write(log, noText);
        Files.writeString(log, "password = schlüssel\nschön\n", java.nio.file.StandardOpenOption.APPEND);
        Path report = Files.writeString(folder.resolve("hs_err_pid12.log"), "jvm_args: -Dpassword=schlüssel -Xmx1g\n");

        new WorkerLog(log, new JvmArguments(List.of("-Dpassword=schlüssel", "-Xmx1g"))).hideSecrets();

        assertThat(Files.readAllBytes(log)).startsWith(noText);
        assertThat(new String(Files.readAllBytes(log), StandardCharsets.UTF_8)).endsWith(">password = ***\nschön\n");
        assertThat(report).hasContent("jvm_args: -Dpassword=*** -Xmx1g\n");
    }
}
