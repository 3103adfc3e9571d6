package io.github.distillmaven.mojo.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The Java of a worker")
class WorkerJavaTest {

    private static final Path OWN = Path.of("own", "bin", "java");

    private final List<String> log = new ArrayList<>();
    private final WorkerJava java = new WorkerJava(OWN, log::add);

    @TempDir
    Path folder;

    @Test
    void isThatOfMavenWithoutAToolchain() {
        assertThat(java.choose(Optional.empty())).isEqualTo(OWN);
        assertThat(log).isEmpty();
    }

    @Test
    void isThatOfTheToolchain() throws IOException {
        Path ofToolchain = install("21.0.1");

        assertThat(java.choose(Optional.of(ofToolchain))).isEqualTo(ofToolchain);
        assertThat(log).isEmpty();
    }

    @Test
    void isThatOfMavenWhereTheToolchainsIsTooOldAndTheLogSaysSo() throws IOException {
        Path ofToolchain = install("11.0.27");

        assertThat(java.choose(Optional.of(ofToolchain))).isEqualTo(OWN);
        assertThat(log)
                .containsExactly(
                        "%s is Java 11, but a TensorFlow step needs Java 17 or newer: the Java that runs Maven is used instead, %s."
                                .formatted(ofToolchain, OWN));
    }

    private Path install(String version) throws IOException {
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return Files.createFile(Files.createDirectory(folder.resolve("bin")).resolve("java"));
    }
}
