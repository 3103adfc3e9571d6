package io.github.distillmaven.worker.runtime;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.experiment.run.Device;
import io.github.distillmaven.worker.WorkerException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The jars of a TensorFlow runtime")
class RuntimeJarsTest {

    private static final Path REPOSITORY = Path.of("/repository");

    @ParameterizedTest
    @CsvSource({
        "CPU, LINUX_X86_64, 6",
        "CPU, LINUX_ARM64, 6",
        "CPU, MACOSX_ARM64, 6",
        "CPU, WINDOWS_X86_64, 6",
        "GPU, LINUX_X86_64, 6",
        "GPU_CUDA11, LINUX_X86_64, 7",
        "GPU_CUDA11, WINDOWS_X86_64, 7"
    })
    void areAllPinned(Device device, Platform platform, int jars) throws WorkerException {
        assertThat(RuntimeJars.of(device, platform).list().lines())
                .hasSize(jars)
                .allMatch(line -> line.matches("[0-9a-f]{64}  \\S+\\.jar"));
    }

    @Test
    @DisplayName("are those that this build tests with, byte for byte")
    void areThoseOfTheTests() throws Exception {
        Map<String, Path> classpath = new HashMap<>();
        for (URL manifest : Collections.list(getClass().getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            if (manifest.openConnection() instanceof JarURLConnection connection) {
                Path jar = Path.of(connection.getJarFileURL().toURI());
                classpath.put(jar.getFileName().toString(), jar);
            }
        }
        List<Path> jars = new ArrayList<>();
        for (String line :
                RuntimeJars.of(Device.CPU, Platform.host()).list().lines().toList()) {
            assertThat(classpath).containsKey(line.substring(66));
            jars.add(classpath.get(line.substring(66)));
        }

        assertThat(RuntimeJars.of(Device.CPU, Platform.host()).require(jars, RuntimeJarsTest::sha256))
                .isEqualTo(jars);
    }

    @Test
    void areOrderedAsTheKeySaysAndNotAsTheyWereFound() throws WorkerException {
        Map<Path, String> expected = linux();
        List<Path> found = new ArrayList<>(expected.keySet());
        Collections.reverse(found);

        assertThat(RuntimeJars.of(Device.CPU, Platform.LINUX_X86_64).require(found, expected::get))
                .containsExactlyElementsOf(expected.keySet());
    }

    @Test
    @DisplayName("are refused with other bytes under the same coordinates")
    void areRefusedWithOtherBytes() throws WorkerException {
        Map<Path, String> expected = linux();
        List<Path> found = List.copyOf(expected.keySet());
        Path api = found.get(0);

        assertThatThrownBy(() -> RuntimeJars.of(Device.CPU, Platform.LINUX_X86_64)
                        .require(found, jar -> jar.equals(api) ? "00".repeat(32) : expected.get(jar)))
                .isInstanceOf(WorkerException.class)
                .hasMessage("""
                        %s is not the published jar of the TensorFlow runtime cpu:1.1.0:linux-x86_64: its SHA-256 is %s, not %s.
                        Try: delete the folder %s, so that Maven downloads it again.""".formatted(api, "00".repeat(32), expected.get(api), api.getParent()));
    }

    @Test
    void areRefusedIfThereAreOthers() throws WorkerException {
        List<Path> found = new ArrayList<>(linux().keySet());
        found.set(2, REPOSITORY.resolve("javacpp-1.5.10.jar"));

        assertThatThrownBy(
                        () -> RuntimeJars.of(Device.CPU, Platform.LINUX_X86_64).require(found, jar -> ""))
                .isInstanceOf(WorkerException.class)
                .hasMessageStartingWith(
                        "The TensorFlow runtime cpu:1.1.0:linux-x86_64 consists of tensorflow-core-api-1.1.0.jar,")
                .hasMessageContaining("but Maven resolved [")
                .hasMessageContaining("/javacpp-1.5.10.jar");
    }

    private static Map<Path, String> linux() throws WorkerException {
        Map<Path, String> jars = new LinkedHashMap<>();
        RuntimeJars.of(Device.CPU, Platform.LINUX_X86_64)
                .list()
                .lines()
                .forEach(line -> jars.put(REPOSITORY.resolve(line.substring(66)), line.substring(0, 64)));
        return jars;
    }

    private static String sha256(Path file) throws IOException {
        return Digests.ofFile(file);
    }
}
