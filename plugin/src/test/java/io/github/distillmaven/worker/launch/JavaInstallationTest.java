package io.github.distillmaven.worker.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

import io.github.distillmaven.worker.WorkerException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JavaInstallationTest {

    @TempDir
    Path home;

    private Path java;

    @BeforeEach
    void installJava() throws IOException {
        java = Files.createFile(Files.createDirectory(home.resolve("bin")).resolve("java"));
    }

    @ParameterizedTest
    @CsvSource({"1.8.0_452, 8", "11.0.27, 11", "17.0.15, 17", "25, 25"})
    void theVersionIsReadFromTheReleaseFile(String version, int feature) throws IOException {
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");

        assertThat(JavaInstallation.of(java).feature()).hasValue(feature);
    }

    @Test
    void anInstallationThatDoesNotSayIsTried() throws WorkerException {
        JavaInstallation silent = JavaInstallation.of(java);

        assertThat(silent.feature()).isEmpty();
        silent.requireSupported();
    }

    @Test
    void anOldOneSaysWhyItIsNotUsed() {
        JavaInstallation old = new JavaInstallation(java, OptionalInt.of(11));

        assertThat(old.isSupported()).isFalse();
        assertThat(old.refusal()).isEqualTo(java + " is Java 11, but a TensorFlow step needs Java 17 or newer");
    }

    @Test
    void anOldOneIsRefused() {
        assertThatThrownBy(() -> new JavaInstallation(java, OptionalInt.of(11)).requireSupported())
                .isInstanceOf(WorkerException.class)
                .hasMessage("""
                        %s is Java 11, but a TensorFlow step needs Java 17 or newer.
                        Try: choose a newer JDK in the toolchain, or run Maven itself with one.""".formatted(java));
    }
}
