package io.github.distillmaven.worker.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.experiment.run.Device;
import io.github.distillmaven.worker.WorkerException;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Maven's own resolver, offline, over a local repository of hollow jars")
class RuntimeResolverTest {

    private static final String CPU = RuntimeResolver.version(Device.CPU);
    private static final String CUDA11 = RuntimeResolver.version(Device.GPU_CUDA11);

    @TempDir
    Path local;

    private RuntimeResolver resolver;

    @BeforeEach
    void createResolver() {
        RepositorySystem system = MavenRepositorySystemUtils.newServiceLocator().getService(RepositorySystem.class);
        DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
        session.setLocalRepositoryManager(
                system.newLocalRepositoryManager(session, new LocalRepository(local.toFile())));
        session.setOffline(true);
        RemoteRepository repository =
                new RemoteRepository.Builder("central", "default", "https://repository.invalid/maven2").build();
        resolver = new RuntimeResolver(system, session, List.of(repository));
    }

    @BeforeEach
    void publishArtifacts() throws IOException {
        publish("tensorflow-core-api", CPU, dependency("ndarray", "1.0.0", "", ""), "");
        publish("ndarray", "1.0.0", dependency("junit", "4.0", "", "test"), "");
        publish("tensorflow-core-native", CPU, "", "", "linux-x86_64", "linux-x86_64-gpu", "windows-x86_64");

        publish(
                "tensorflow-core-platform-gpu",
                CUDA11,
                dependency("tensorflow-core-api", CUDA11, "", "")
                        + dependency("tensorflow-core-api", CUDA11, "linux-x86_64-gpu", "")
                        + dependency("tensorflow-core-api", CUDA11, "windows-x86_64-gpu", ""),
                "");
        publish("tensorflow-core-api", CUDA11, dependency("ndarray", "1.0.0", "", ""), "", "linux-x86_64-gpu");
    }

    @Test
    void theCpuRuntimeHasTheNativesOfTheHost() throws WorkerException {
        assertThat(names(Device.CPU, Platform.LINUX_X86_64))
                .containsExactlyInAnyOrder(
                        "tensorflow-core-api-" + CPU + ".jar",
                        "ndarray-1.0.0.jar",
                        "tensorflow-core-native-" + CPU + "-linux-x86_64.jar");
    }

    @Test
    void theGpuRuntimeHasTheNativesForCuda() throws WorkerException {
        assertThat(names(Device.GPU, Platform.LINUX_X86_64))
                .containsExactlyInAnyOrder(
                        "tensorflow-core-api-" + CPU + ".jar",
                        "ndarray-1.0.0.jar",
                        "tensorflow-core-native-" + CPU + "-linux-x86_64-gpu.jar");
    }

    @Test
    @DisplayName("the CUDA 11 runtime leaves out the other platforms, which the artifact for all of them names too")
    void theCuda11RuntimeLeavesOutOtherPlatforms() throws WorkerException {
        assertThat(names(Device.GPU_CUDA11, Platform.LINUX_X86_64))
                .containsExactlyInAnyOrder(
                        "tensorflow-core-platform-gpu-" + CUDA11 + ".jar",
                        "tensorflow-core-api-" + CUDA11 + ".jar",
                        "tensorflow-core-api-" + CUDA11 + "-linux-x86_64-gpu.jar",
                        "ndarray-1.0.0.jar");
    }

    @Test
    void whatIsMissingIsNamedWithWhereItWasSought() {
        assertThatThrownBy(() -> resolver.resolve(Device.CPU, Platform.MACOSX_ARM64))
                .isInstanceOf(WorkerException.class)
                .hasMessage("""
                        The TensorFlow runtime for the device 'cpu' on macosx-arm64 could not be resolved.
                        Missing: org.tensorflow:tensorflow-core-native:jar:macosx-arm64:%1$s
                        Repositories: central (Maven is offline)
                        Maven says: Cannot access central (https://repository.invalid/maven2) in offline mode and the artifact org.tensorflow:tensorflow-core-native:jar:macosx-arm64:%1$s has not been downloaded from it before.
                        Try: run the build once without -o; the runtime then stays in the local repository.""".formatted(CPU));
    }

    @Test
    void aPomThatIsMissingIsNamedByMaven() throws IOException {
        Files.delete(
                local.resolve("org/tensorflow/tensorflow-core-platform-gpu/%1$s/tensorflow-core-platform-gpu-%1$s.pom"
                        .formatted(CUDA11)));
        Files.delete(
                local.resolve("org/tensorflow/tensorflow-core-platform-gpu/%1$s/tensorflow-core-platform-gpu-%1$s.jar"
                        .formatted(CUDA11)));

        assertThatThrownBy(() -> resolver.resolve(Device.GPU_CUDA11, Platform.LINUX_X86_64))
                .isInstanceOf(WorkerException.class)
                .hasMessageStartingWith("""
                        The TensorFlow runtime for the device 'gpu-cuda11' on linux-x86_64 could not be resolved.
                        Missing: org.tensorflow:tensorflow-core-platform-gpu:jar:%s
                        Repositories: central (Maven is offline)
                        Maven says:""".formatted(CUDA11));
    }

    @Test
    void aDeviceWithoutARuntimeOnTheHostIsRefusedBeforeAnythingIsSought() {
        assertThatThrownBy(() -> resolver.resolve(Device.GPU, Platform.MACOSX_ARM64))
                .hasMessage("""
                        There is no TensorFlow runtime for the device 'gpu' on macosx-arm64, only on linux-x86_64.
                        Try: -Ddistill.device=cpu""");
    }

    private List<String> names(Device device, Platform platform) throws WorkerException {
        return resolver.resolve(device, platform).stream()
                .map(jar -> jar.getFileName().toString())
                .toList();
    }

    private void publish(String artifact, String version, String dependencies, String... classifiers)
            throws IOException {
        Path folder = Files.createDirectories(local.resolve("org/tensorflow/" + artifact + "/" + version));
        Files.writeString(
                folder.resolve(artifact + "-" + version + ".pom"), """
                <project>
                    <modelVersion>4.0.0</modelVersion>
                    <groupId>org.tensorflow</groupId>
                    <artifactId>%s</artifactId>
                    <version>%s</version>
                    <dependencies>%s</dependencies>
                </project>
                """.formatted(artifact, version, dependencies));
        for (String classifier : classifiers) {
            String suffix = classifier.isEmpty() ? "" : "-" + classifier;
            Files.createFile(folder.resolve(artifact + "-" + version + suffix + ".jar"));
        }
    }

    private static String dependency(String artifact, String version, String classifier, String scope) {
        return """
                <dependency>
                    <groupId>org.tensorflow</groupId>
                    <artifactId>%s</artifactId>
                    <version>%s</version>
                    <classifier>%s</classifier>
                    <scope>%s</scope>
                </dependency>
                """.formatted(artifact, version, classifier, scope);
    }
}
