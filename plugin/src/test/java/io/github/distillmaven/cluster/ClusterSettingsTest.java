package io.github.distillmaven.cluster;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;

import io.github.distillmaven.experiment.run.ClusterPolicy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

@DisplayName("What Apache Spark is told")
class ClusterSettingsTest {

    @TempDir
    Path folder;

    @Test
    void followsTheUserButForWhatTheBuildKnowsBetter() {
        ClusterPolicy cluster = new ClusterPolicy(
                "spark://m:7077", "4.1.3", Map.of("spark.executor.memory", "4g", "spark.ui.enabled", "true"));

        assertThat(settings(cluster, true))
                .containsEntry("spark.master", "spark://m:7077")
                .containsEntry("spark.executor.memory", "4g")
                .containsEntry("spark.ui.enabled", "true")
                .containsEntry("spark.task.cpus", "2")
                .containsEntry("spark.driver.host", "10.0.0.1")
                .containsEntry("spark.driver.bindAddress", "10.0.0.1");
        assertThat(settings(cluster, false)).containsEntry("spark.driver.bindAddress", "0.0.0.0");
    }

    @Test
    void letsALocalOneTryAgain() {
        assertThat(settings(new ClusterPolicy("local[*]", "4.1.3", Map.of()), true))
                .containsEntry("spark.master", "local[8,4]");
        assertThat(settings(new ClusterPolicy("local[3]", "4.1.3", Map.of("spark.task.maxFailures", "7")), true))
                .containsEntry("spark.master", "local[3,7]");
        assertThat(settings(new ClusterPolicy("local", "4.1.3", Map.of()), true))
                .containsEntry("spark.master", "local[1,4]");
    }

    @Test
    void areRefusedWhereALocalOneHasTooFewCores() {
        assertThat(catchThrowable(
                        () -> new ClusterSettings(new ClusterPolicy("local[1]", "4.1.3", Map.of()), 2).requireCores(8)))
                .hasMessage("""
                        The cluster local[1] has 1 core, but a step uses 2 threads.
                        Try: -Ddistill.threads=1, which changes the last digits of results; or name a cluster with more cores.""");
        assertThatCode(() -> new ClusterSettings(new ClusterPolicy("local[*]", "4.1.3", Map.of()), 2).requireCores(8))
                .doesNotThrowAnyException();
    }

    private Map<String, String> settings(ClusterPolicy cluster, boolean loopback) {
        return new ClusterSettings(cluster, 2).all("10.0.0.1", loopback, 8, folder.resolve("task.jar"), folder);
    }

    @Test
    void bringsAllClassesThatBeginATask() throws Exception {
        Path jar = EngineJar.write(folder);

        try (ZipFile zip = new ZipFile(jar.toFile())) {
            assertThat(zip.stream()
                            .map(entry -> entry.getName()
                                    .replaceFirst(".*/cluster/", "")
                                    .replace(".class", "")))
                    .containsExactlyElementsOf(EngineJar.CLASSES);
        }
        // Apart from Spark, nothing but Java.
        try (URLClassLoader alone =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            for (String name : EngineJar.CLASSES) {
                if (name.startsWith("start/")) {
                    Class<?> loaded = alone.loadClass("io.github.distillmaven.cluster." + name.replace('/', '.'));
                    assertThat(loaded.getDeclaredMethods()).isNotEmpty();
                    assertThat(loaded.getDeclaredFields()).isNotNull();
                }
            }
        }
    }
}
